#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "core/base/Result.h"
#include "core/data/Dataset.h"

namespace inkling::data {

/// A dataset as one block of bytes, for whoever keeps it beside a checkpoint: a line that names the form,
/// three counts, pixels, labels and inks as they lie in memory, and a SHA-256 over all that in hexadecimal
/// digits. Little-endian.
std::vector<std::uint8_t> write_dataset_cache(const Dataset& dataset);

/// What write_dataset_cache() was given, bit for bit. Trusts nothing: what is not whole is refused.
Result<Dataset> read_dataset_cache(std::span<const std::uint8_t> block);

}  // namespace inkling::data
