// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "core/data/Dataset.h"

namespace inkling::data {

/// The mean image of each digit [10, 784] under these labels [images], rounded to bytes; blank for a digit
/// without images. Labels that are not digits are ignored.
std::vector<std::uint8_t> class_means(const Dataset& dataset, std::span<const std::uint8_t> labels);

}  // namespace inkling::data
