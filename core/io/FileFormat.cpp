#include "core/io/FileFormat.h"

#include <algorithm>
#include <string>

namespace inkling::io {

namespace {

using namespace std::string_view_literals;

struct Signature {
  std::string_view bytes;
  std::string_view sentence;
};

constexpr Signature refused[] = {
    {"\x1f\x8b"sv, "This file is gzip-compressed; unpack it first."},
    {"BZh"sv, "This file is bzip2-compressed; unpack it first."},
    {"\xfd"
     "7zXZ"sv,
     "This file is xz-compressed; unpack it first."},
    {"\x28\xb5\x2f\xfd"sv, "This file is zstd-compressed; unpack it first."},
    {"7z\xbc\xaf"sv, "This file is a 7z archive; unpack it and give the file inside."},
    {"Rar!"sv, "This file is a rar archive; unpack it and give the file inside."},
    {"PK\x03\x04"sv, "This file is a zip archive; unpack it and give the file inside."},
    {"\xd0\xcf\x11\xe0"sv, "This file is an Excel workbook; save it as CSV and give that."},
    {"\x89PNG"sv, "This file is a PNG picture; Inkling trains on tables of images such as train.csv."},
    {"\xff\xd8\xff"sv, "This file is a JPEG picture; Inkling trains on tables of images such as train.csv."},
    {"GIF8"sv, "This file is a GIF picture; Inkling trains on tables of images such as train.csv."},
    {"%PDF"sv, "This file is a PDF document; Inkling reads CSV, IDX and strokes files."},
    {"PAR1"sv, "This file is in Parquet format; save it as CSV and give that."},
    {"\x93NUMPY"sv, "This file is a NumPy array; save it as CSV (numpy.savetxt) and give that."},
    {"\x89HDF"sv, "This file is in HDF5 format; save it as CSV and give that."},
    {"\xff\xfe"sv, "This file is UTF-16 text; save it as CSV in UTF-8 and give that."},
    {"\xfe\xff"sv, "This file is UTF-16 text; save it as CSV in UTF-8 and give that."},
    {"["sv, "This file is one JSON array; strokes are read from JSON objects, one a line."},
    {"<"sv, "This file is a web page or XML, not data; was the download a sign-in page?"},
};

/// Excel's workbooks are zip archives whose first file has one of these names.
bool is_workbook(std::string_view bytes) {
  constexpr std::size_t name_offset = 30;
  if (!bytes.starts_with("PK\x03\x04") || bytes.size() < name_offset) return false;
  const std::string_view name = bytes.substr(name_offset);
  return name.starts_with("[Content_Types].xml") || name.starts_with("_rels/") ||
         name.starts_with("docProps/") || name.starts_with("xl/");
}

/// The length of a JSON header in eight bytes, then that header.
bool is_safetensors(std::string_view bytes) {
  return bytes.size() > 8 && bytes.substr(4, 4) == "\0\0\0\0"sv && bytes[8] == '{';
}

std::string_view without_lead(std::string_view bytes) {
  if (bytes.starts_with("\xef\xbb\xbf")) bytes.remove_prefix(3);
  bytes.remove_prefix(std::min(bytes.find_first_not_of(" \t\r\n"), bytes.size()));
  return bytes;
}

}  // namespace

Result<FileFormat> detect_format(std::string_view first_bytes) {
  if (is_workbook(first_bytes)) return Error{"This file is an Excel workbook; save it as CSV and give that."};
  if (is_safetensors(first_bytes)) return Error{"This file is a model (safetensors), not data."};
  const std::string_view bytes = without_lead(first_bytes);
  for (const Signature& signature : refused) {
    if (bytes.starts_with(signature.bytes)) return Error{std::string(signature.sentence)};
  }
  // An IDX file starts with two zero bytes; no text does.
  if (first_bytes.starts_with("\0\0"sv)) return FileFormat::idx;
  return bytes.starts_with('{') ? FileFormat::strokes : FileFormat::csv;
}

}  // namespace inkling::io
