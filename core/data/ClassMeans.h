// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "core/data/Dataset.h"

namespace inkling::data {

/// The mean image of each class [classes, 784] under these labels [images], rounded to bytes; blank for one
/// without images. Labels of no class are ignored.
std::vector<std::uint8_t> class_means(const Dataset& dataset, std::span<const std::uint8_t> labels);

}  // namespace inkling::data
