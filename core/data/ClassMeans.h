#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "core/data/Dataset.h"

namespace inkling::data {

/// The mean image of each digit, [10, 784], each pixel to the nearest byte, where the images have these
/// labels; those with no label of a digit do not count. Paper for a digit that has none.
std::vector<std::uint8_t> class_means(const Dataset& dataset, std::span<const std::uint8_t> labels);

}  // namespace inkling::data
