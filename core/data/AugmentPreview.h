// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <vector>

#include "core/augment/AugmentOptions.h"
#include "core/data/Dataset.h"

namespace inkling::data {

/// Examples of what training with these options sees: the dataset's first `images` images, each unchanged and
/// then augmented `variants` times: [images, 1 + variants, 784]. Labels are not needed.
std::vector<std::uint8_t> augment_preview(const Dataset& dataset, std::size_t images, int variants,
                                          const augment::AugmentOptions& options, std::uint64_t seed);

}  // namespace inkling::data
