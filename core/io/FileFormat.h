#pragma once

#include <cstddef>
#include <string_view>

#include "core/base/Result.h"

namespace inkling::io {

enum class FileFormat { csv, idx, strokes };

/// As many bytes as detect_format wants to see, if the file has them.
inline constexpr std::size_t format_probe_bytes = 64;

/// What a file is by its first bytes: whatever nothing else claims is taken for CSV. Files of known other
/// kinds are refused, each with a sentence that says what it is and what to do.
Result<FileFormat> detect_format(std::string_view first_bytes);

}  // namespace inkling::io
