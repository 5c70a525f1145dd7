// SPDX-License-Identifier: MIT
#include "core/io/FileFormat.h"

#include <string>

#include "core/base/Text.h"

namespace inkling::io {

namespace {

using namespace std::string_view_literals;

struct Remedy {
  std::string_view part, text;  // for every type whose name has this part
};

constexpr Remedy remedies[] = {
    {"archive", "Extract it and use the file inside."},
    {"gzip", "Extract it first."},
    {"bzip2", "Extract it first."},
    {"xz file", "Extract it first."},
    {"Zstandard", "Extract it first."},
    {"image", "Use a folder or ZIP of images, sorted into folders named after their labels."},
    {"UTF-16", "Save it as UTF-8 CSV and use that."},
    {"web page", "Was the download a sign-in page?"},
    {"Git LFS", "Fetch the file itself with git lfs pull."},
    {"PyTorch", "Save the images as CSV or IDX and use that."},
    {"pickle", "Save the images as CSV or IDX and use that."},
    {"model", "Choose the file with the images."},
};

std::string remedy_for(std::string_view name) {
  if (name.find("document") != name.npos) return "Inkling reads " + std::string(format_list) + ".";
  for (const Remedy& remedy : remedies)
    if (name.find(remedy.part) != name.npos) return std::string(remedy.text);
  return "Save it as CSV and use that.";
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
  if (is_safetensors(first_bytes)) return Error{"This is a model (safetensors), not a data file."};
  if (const std::string_view name = identify_file(first_bytes); !name.empty()) {
    const std::string what(name == "a web page or XML" ? "a web page or XML, not data" : name);
    return Error{"This is " + what + ". " + remedy_for(name)};
  }
  if (is_little_endian_idx(first_bytes))
    return Error{"This IDX file is little-endian. Write its header and numbers big-endian, as MNIST's are."};
  // IDX files start with two zero bytes; text never does.
  if (first_bytes.starts_with("\0\0"sv)) return FileFormat::idx;
  return is_json(skip_blanks(first_bytes)) ? FileFormat::strokes : FileFormat::csv;
}

}  // namespace inkling::io
