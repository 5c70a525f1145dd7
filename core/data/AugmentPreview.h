#pragma once

#include <cstdint>
#include <vector>

#include "core/augment/Augment.h"
#include "core/data/Dataset.h"

namespace inkling::data {

/// The dataset's first `images` images, or all, each as it is and then in `variants` ways that training with
/// these options may see it: [images, 1 + variants, 784]. Needs no labels.
std::vector<std::uint8_t> augment_preview(const Dataset& dataset, std::size_t images, int variants,
                                          const augment::AugmentOptions& options, std::uint64_t seed);

}  // namespace inkling::data
