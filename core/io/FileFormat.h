// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string_view>

#include "core/base/FileSignature.h"
#include "core/base/Result.h"

namespace inkling::io {

/// The formats of data files. To add one: its reader here in io/, its case in DataReader, its signature in
/// detect_format() (before identify_file() is asked, if FileSignature.cpp names it as unsupported), its name
/// in `format_list`, a fuzzer in tests/fuzz with its seeds, the lists of files in CMakeLists.txt, and its
/// name in the page's messages (data.formatNames and data.supportedFormats).
enum class FileFormat { csv, idx, npy, strokes };

/// All formats, for help texts and messages.
inline constexpr std::string_view format_list = "CSV, IDX, NumPy, strokes .jsonl";

/// The number of bytes that detect_format() needs, if the file has that many.
inline constexpr std::size_t format_probe_bytes = signature_bytes;

/// Detects the format of a data file from its first bytes; what is not recognised counts as CSV. A file of
/// another known type is an error that names the type and what to do.
Result<FileFormat> detect_format(std::string_view first_bytes);

}  // namespace inkling::io
