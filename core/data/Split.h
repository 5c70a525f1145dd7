// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "core/data/Dataset.h"

namespace inkling::data {

/// Disjoint indices into a dataset, shuffled.
struct Split {
  std::vector<std::uint32_t> training;
  std::vector<std::uint32_t> validation;
};

/// Stratified split: holds out `validation_share` (0 <= share < 1) of the images with these labels, to the
/// nearest image, and of each class to within one image. Images labelled no_class are all for training. The
/// same seed gives the same split on every platform.
Split split(std::span<const std::uint8_t> labels, double validation_share, std::uint64_t seed);

/// Splits a labelled dataset.
Split split(const Dataset& dataset, double validation_share, std::uint64_t seed);

}  // namespace inkling::data
