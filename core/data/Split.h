#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "core/data/Dataset.h"

namespace inkling::data {

/// Which images train and which validate: indices into the dataset, each once, in shuffled order.
struct Split {
  std::vector<std::uint32_t> training;
  std::vector<std::uint32_t> validation;
};

/// Holds out `validation_share` (0 <= share < 1) of images with these labels, to the nearest image, and of
/// each class to within one image. The same seed gives the same split on every platform.
Split split(std::span<const std::uint8_t> labels, double validation_share, std::uint64_t seed);

/// The same of a labelled dataset.
Split split(const Dataset& dataset, double validation_share, std::uint64_t seed);

}  // namespace inkling::data
