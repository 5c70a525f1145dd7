#pragma once

#include <cstdint>
#include <filesystem>
#include <span>
#include <vector>

#include "core/base/Result.h"
#include "core/model/Model.h"

namespace inkling::cli {

/// All bytes of a file; refuses what is larger than `limit` bytes.
Result<std::vector<std::uint8_t>> read_file(const std::filesystem::path& path, std::uintmax_t limit);

/// Writes beside the target and renames, so that a file of that name is always whole: the old one or the new.
/// Links are followed; a device or a pipe is written to.
Status write_file(const std::filesystem::path& path, std::span<const std::uint8_t> bytes);

/// What can be said against writing there before the work is done whose result is to be written.
Status check_writable(const std::filesystem::path& path);

/// Errors start with the path.
Result<model::Model> load_model(const std::filesystem::path& path);

}  // namespace inkling::cli
