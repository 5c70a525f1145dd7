// SPDX-License-Identifier: MIT
#include "core/io/FileFormat.h"

#include <algorithm>
#include <string>

#include "core/base/Text.h"

namespace inkling::io {

namespace {

using namespace std::string_view_literals;

struct Remedy {
  std::string_view part;  // of the names of the types that it is for
  ErrorCode code;
  std::string_view text;
};

constexpr Remedy remedies[] = {
    {"Office", "notData", "If it is a spreadsheet, save it as CSV and use that."},
    {"document", "notData", {}},  // the formats are listed
    {"presentation", "notData", {}},
    {"OpenDocument file", "notData", {}},
    {"archive", "archive", "Extract it and use the file inside."},
    {"gzip", "archive", "Extract it first."},
    {"bzip2", "archive", "Extract it first."},
    {"xz file", "archive", "Extract it first."},
    {"Zstandard", "archive", "Extract it first."},
    {"image", "looseImage", "Use a folder or ZIP of images, sorted into folders named after their labels."},
    {"UTF-16", "utf16", "Save it as UTF-8 CSV and use that."},
    {"web page", "webPage", "Was the download a sign-in page?"},
    {"Git LFS", "gitLfs", "Fetch the file itself with git lfs pull."},
    {"PyTorch", "pytorch", "Save the images as CSV or IDX and use that."},
    {"pickle", "pytorch", "Save the images as CSV or IDX and use that."},
    {"model", "modelNotData", "Choose the file with the images."},
    {"", "notData", "Save it as CSV and use that."},
};

const Remedy& remedy_for(std::string_view name) {
  return *std::ranges::find_if(remedies,
                               [&](const Remedy& remedy) { return name.find(remedy.part) != name.npos; });
}

/// Starts with the length of a JSON header in eight bytes, then the header.
bool is_safetensors(std::string_view bytes) {
  return bytes.size() > 8 && bytes.substr(4, 4) == "\0\0\0\0"sv && bytes[8] == '{';
}

/// The header of an IDX file with each word the wrong way round: the dimensions, the type, two zeros.
bool is_little_endian_idx(std::string_view bytes) {
  return bytes.size() >= 8 && bytes[0] >= 1 && bytes[0] <= 4 && bytes[1] >= 8 && bytes[1] <= 14 &&
         bytes.substr(2, 2) == "\0\0"sv;
}

/// An array of objects or of arrays. A table may start with a name or a label in brackets.
bool is_json(std::string_view bytes) {
  if (bytes.starts_with('{')) return true;
  if (!bytes.starts_with('[')) return false;
  const std::size_t next = bytes.find_first_not_of(blanks, 1);
  return next == std::string_view::npos || bytes[next] == '{' || bytes[next] == '[' || bytes[next] == ']';
}

}  // namespace

Result<FileFormat> detect_format(std::string_view first_bytes) {
  if (first_bytes.starts_with("\x93NUMPY")) return FileFormat::npy;
  if (is_safetensors(first_bytes))
    return Error{"This is a model (safetensors), not a data file."}.with_code("modelNotData");
  if (const std::string_view name = identify_file(first_bytes); !name.empty()) {
    const std::string what(name == "a web page or XML" ? "a web page or XML, not data" : name);
    const Remedy& remedy = remedy_for(name);
    const std::string formats = "Inkling reads " + std::string(format_list) + ".";
    const std::string text = remedy.text.empty() ? formats : std::string(remedy.text);
    return Error{"This is " + what + ". " + text}.with_code(remedy.code);
  }
  if (is_little_endian_idx(first_bytes))
    return Error{"This IDX file is little-endian. Write its header and numbers big-endian, as MNIST's are."}
        .with_code("littleEndian");
  // IDX files start with two zero bytes; text never does.
  if (first_bytes.starts_with("\0\0"sv)) return FileFormat::idx;
  return is_json(skip_blanks(first_bytes)) ? FileFormat::strokes : FileFormat::csv;
}

}  // namespace inkling::io
