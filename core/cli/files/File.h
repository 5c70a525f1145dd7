// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <filesystem>
#include <span>
#include <string_view>
#include <vector>

#include "core/base/Result.h"
#include "core/model/Model.h"

namespace inkling::cli {

// Errors start with the path.

/// Reads a whole file. Refuses one of more than `max_bytes`.
Result<std::vector<std::uint8_t>> read_file(const std::filesystem::path& path, std::uintmax_t max_bytes);

/// Replaces a file in one step: whoever opens `path` finds all of the old bytes or all of the new, even after
/// a power cut. Follows a link at `path`; writes into a device or a pipe.
Status write_file(const std::filesystem::path& path, std::span<const std::uint8_t> bytes);
Status write_file(const std::filesystem::path& path, std::string_view text);

/// Checks before long work that its result can be written to `path`.
Status check_writable(const std::filesystem::path& path);

Result<model::Model> load_model(const std::filesystem::path& path);

}  // namespace inkling::cli
