// SPDX-License-Identifier: MIT
#include "core/base/FileSignature.h"

#include <cctype>

#include "core/base/Text.h"

namespace inkling {

namespace {

using namespace std::string_view_literals;

struct Signature {
  std::string_view bytes, name;
};

constexpr Signature signatures[] = {
    {"\x1f\x8b"sv, "a gzip file"},
    {"BZh"sv, "a bzip2 file"},
    {"\xfd"
     "7zXZ"sv,
     "an xz file"},
    {"\x28\xb5\x2f\xfd"sv, "a Zstandard file"},
    {"7z\xbc\xaf"sv, "a 7z archive"},
    {"Rar!"sv, "a RAR archive"},
    {"PK\x03\x04"sv, "a ZIP archive"},
    {"PK\x05\x06"sv, "an empty ZIP archive"},
    {"\xd0\xcf\x11\xe0"sv, "an Office document"},
    {"\x89PNG"sv, "a PNG image"},
    {"\xff\xd8\xff"sv, "a JPEG image"},
    {"GIF8"sv, "a GIF image"},
    {"II*\0"sv, "a TIFF image"},
    {"MM\0*"sv, "a TIFF image"},
    {"%PDF"sv, "a PDF document"},
    {"PAR1"sv, "a Parquet file"},
    {"ARROW1"sv, "an Arrow file"},
    {"\x93NUMPY"sv, "a NumPy array"},
    {"\x89HDF"sv, "an HDF5 file"},
    {"SQLite format 3"sv, "an SQLite database"},
    {"MATLAB 5.0"sv, "a MATLAB file"},
    {"GGUF"sv, "a GGUF model"},
    {"version https://git-lfs"sv, "a Git LFS pointer"},
    {"{\\rtf"sv, "an RTF document"},
    {"\xff\xfe"sv, "UTF-16 text"},
    {"\xfe\xff"sv, "UTF-16 text"},
};

/// Of the four bytes at the start of a container, and four at `offset` in it.
struct Container {
  std::string_view bytes;
  std::size_t offset;
  std::string_view tag, name;
};

constexpr Container containers[] = {
    {"RIFF"sv, 8, "WEBP"sv, "a WebP image"},        {""sv, 4, "ftyphei"sv, "a HEIC image"},
    {""sv, 4, "ftypmif1"sv, "a HEIC image"},        {""sv, 4, "ftypavif"sv, "an AVIF image"},
    {""sv, 4, "TFL3"sv, "a TensorFlow Lite model"}, {""sv, 257, "ustar"sv, "a tar archive"},
};

/// A BMP image has its size and zeros after its letters, which text could start with as well.
bool is_bmp(std::string_view bytes) {
  return bytes.starts_with("BM") && bytes.size() >= 10 && bytes.substr(6, 4) == "\0\0\0\0"sv;
}

/// Python's pickle: the protocol 2 to 5, as torch.save() and scikit-learn write it.
bool is_pickle(std::string_view bytes) {
  return bytes.size() > 2 && bytes[0] == '\x80' && bytes[1] >= 2 && bytes[1] <= 5;
}

/// ONNX: the field "ir_version", a small number, and that of the producer's name.
bool is_onnx(std::string_view bytes) {
  return bytes.size() > 3 && bytes[0] == '\x08' && bytes[1] > 0 && bytes[1] < 32 &&
         (bytes[2] == '\x12' || bytes[2] == ':' || bytes[2] == 'B');
}

/// Zero bytes in every other place: letters of UTF-16 without a byte order mark.
bool is_utf16(std::string_view bytes) {
  constexpr std::size_t probed = 16;
  if (bytes.size() < probed) return false;
  bool little = true, big = true;
  for (std::size_t at = 0; at < probed; at += 2) {
    little &= bytes[at] != 0 && bytes[at + 1] == 0;
    big &= bytes[at] == 0 && bytes[at + 1] != 0;
  }
  return little || big;
}

/// How a ZIP archive's first entry starts: its name, then its content if that is stored uncompressed.
constexpr Signature zip_signatures[] = {
    {"xl/"sv, "an Excel workbook"},
    {"word/"sv, "a Word document"},
    {"ppt/"sv, "a PowerPoint presentation"},
    {"[Content_Types].xml"sv, "an Office document"},
    {"_rels/"sv, "an Office document"},
    {"docProps/"sv, "an Office document"},
    {"mimetypeapplication/vnd.oasis.opendocument.spreadsheet"sv, "an OpenDocument spreadsheet"},
    {"mimetypeapplication/vnd.oasis.opendocument.presentation"sv, "an OpenDocument presentation"},
    {"mimetypeapplication/vnd.oasis.opendocument"sv, "an OpenDocument file"},
};

/// What kind of ZIP archive it is by its first file.
std::string_view identify_zip(std::string_view bytes) {
  constexpr std::size_t name_offset = 30;
  if (!bytes.starts_with("PK\x03\x04") || bytes.size() < name_offset) return {};
  const std::string_view name = bytes.substr(name_offset);
  for (const Signature& signature : zip_signatures)
    if (name.starts_with(signature.bytes)) return signature.name;
  if (name.find("/data.pkl") != name.npos || name.find("/.format_version") != name.npos ||
      name.find("/byteorder") != name.npos)
    return "a PyTorch file";
  return {};
}

/// Markup with a tag that web pages and XML start with.
bool is_markup(std::string_view bytes) {
  return bytes.size() > 1 && bytes[0] == '<' &&
         (bytes[1] == '!' || bytes[1] == '?' || std::isalpha(static_cast<unsigned char>(bytes[1])));
}

}  // namespace

std::string_view identify_file(std::string_view first_bytes) {
  if (const std::string_view zip = identify_zip(first_bytes); !zip.empty()) return zip;
  const std::string_view bytes = skip_blanks(first_bytes);
  for (const Signature& signature : signatures)
    if (bytes.starts_with(signature.bytes)) return signature.name;
  for (const Container& container : containers) {
    if (first_bytes.size() > container.offset && first_bytes.starts_with(container.bytes) &&
        first_bytes.substr(container.offset).starts_with(container.tag))
      return container.name;
  }
  if (is_markup(bytes)) return "a web page or XML";
  if (is_bmp(first_bytes)) return "a BMP image";
  if (is_pickle(first_bytes)) return "a Python pickle";
  if (is_onnx(first_bytes)) return "an ONNX model";
  return is_utf16(first_bytes) ? "UTF-16 text" : std::string_view();
}

}  // namespace inkling
