// SPDX-License-Identifier: MIT
#include "core/io/FileFormat.h"

#include <algorithm>
#include <string>

namespace inkling::io {

namespace {

using namespace std::string_view_literals;

struct Signature {
  std::string_view bytes;
  std::string_view error;
};

constexpr std::string_view workbook_error = "This is an Excel workbook. Save it as CSV and use that.";

constexpr Signature unsupported[] = {
    {"\x1f\x8b"sv, "This is a gzip file. Extract it first."},
    {"BZh"sv, "This is a bzip2 file. Extract it first."},
    {"\xfd"
     "7zXZ"sv,
     "This is an xz file. Extract it first."},
    {"\x28\xb5\x2f\xfd"sv, "This is a Zstandard file. Extract it first."},
    {"7z\xbc\xaf"sv, "This is a 7z archive. Extract it and use the file inside."},
    {"Rar!"sv, "This is a RAR archive. Extract it and use the file inside."},
    {"PK\x03\x04"sv, "This is a ZIP archive. Extract it and use the file inside."},
    {"\xd0\xcf\x11\xe0"sv, workbook_error},
    {"\x89PNG"sv, "This is a PNG image. Inkling trains on tables of images such as train.csv."},
    {"\xff\xd8\xff"sv, "This is a JPEG image. Inkling trains on tables of images such as train.csv."},
    {"GIF8"sv, "This is a GIF image. Inkling trains on tables of images such as train.csv."},
    {"%PDF"sv, "This is a PDF document. Inkling reads CSV, IDX and strokes files."},
    {"PAR1"sv, "This is a Parquet file. Save it as CSV and use that."},
    {"\x93NUMPY"sv, "This is a NumPy array. Save it as CSV (numpy.savetxt) and use that."},
    {"\x89HDF"sv, "This is an HDF5 file. Save it as CSV and use that."},
    {"\xff\xfe"sv, "This is UTF-16 text. Save it as UTF-8 CSV and use that."},
    {"\xfe\xff"sv, "This is UTF-16 text. Save it as UTF-8 CSV and use that."},
    {"["sv, "This is a JSON array. Strokes files have one JSON object per line."},
    {"<"sv, "This is a web page or XML, not data. Was the download a sign-in page?"},
};

/// Excel workbooks are ZIP archives whose first file has one of these names.
bool is_workbook(std::string_view bytes) {
  constexpr std::size_t name_offset = 30;
  if (!bytes.starts_with("PK\x03\x04") || bytes.size() < name_offset) return false;
  const std::string_view name = bytes.substr(name_offset);
  return name.starts_with("[Content_Types].xml") || name.starts_with("_rels/") ||
         name.starts_with("docProps/") || name.starts_with("xl/");
}

/// Starts with the length of a JSON header in eight bytes, then the header.
bool is_safetensors(std::string_view bytes) {
  return bytes.size() > 8 && bytes.substr(4, 4) == "\0\0\0\0"sv && bytes[8] == '{';
}

/// Skips a byte order mark, too.
std::string_view skip_blanks(std::string_view bytes) {
  if (bytes.starts_with("\xef\xbb\xbf")) bytes.remove_prefix(3);
  bytes.remove_prefix(std::min(bytes.find_first_not_of(" \t\r\n"), bytes.size()));
  return bytes;
}

}  // namespace

Result<FileFormat> detect_format(std::string_view first_bytes) {
  if (is_workbook(first_bytes)) return Error{std::string(workbook_error)};
  if (is_safetensors(first_bytes)) return Error{"This is a model (safetensors), not a data file."};
  const std::string_view bytes = skip_blanks(first_bytes);
  for (const Signature& signature : unsupported) {
    if (bytes.starts_with(signature.bytes)) return Error{std::string(signature.error)};
  }
  // IDX files start with two zero bytes; text never does.
  if (first_bytes.starts_with("\0\0"sv)) return FileFormat::idx;
  return bytes.starts_with('{') ? FileFormat::strokes : FileFormat::csv;
}

}  // namespace inkling::io
