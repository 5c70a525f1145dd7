// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "core/base/Result.h"
#include "core/data/Dataset.h"

namespace inkling::data {

/// Serialises a dataset, to be stored with a checkpoint. The format, little-endian: its name and version, the
/// sizes in bytes of the three parts (64 bits each), pixels, labels and strokes as in memory, then in version
/// 2 the names of the classes, which are digits in version 1, and the SHA-256 of all that in hexadecimal.
/// Negatives (no_class) are not allowed, because all labels in a cache are displayed and split.
std::vector<std::uint8_t> write_dataset_cache(const Dataset& dataset);

/// Restores the dataset bit for bit. Validates everything: what write_dataset_cache() can't have written is
/// an error.
Result<Dataset> read_dataset_cache(std::span<const std::uint8_t> bytes);

}  // namespace inkling::data
