// SPDX-License-Identifier: MIT
#include "core/io/arrays/NpyReader.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "core/base/Number.h"
#include "core/base/Text.h"

namespace inkling::io {

namespace {

// The signature, the version in two bytes, the length of a text (2 bytes, or 4 from version 2 on), the text.
constexpr std::size_t version_at = 6, length_at = 8;
constexpr std::size_t max_header_bytes = 4096;

std::size_t byte_at(std::string_view text, std::size_t index) {
  return static_cast<std::uint8_t>(text[index]);
}

/// What follows 'key': in the header's text, a dictionary of Python's; empty without it.
std::string_view value_of(std::string_view header, std::string_view key) {
  const std::size_t at = header.find(key);
  if (at == std::string_view::npos) return {};
  const std::size_t colon = header.find(':', at);
  return colon == std::string_view::npos ? std::string_view() : trim(header.substr(colon + 1), " ");
}

/// '<f4', '|u1': the order of the bytes, the kind and the size.
std::optional<NumberType> parse_type(std::string_view text) {
  using Kind = NumberType::Kind;
  if (text.size() < 5 || (text.front() != '\'' && text.front() != '"')) return std::nullopt;
  const std::size_t bytes = byte_at(text, 3) - '0';
  const bool size = text[4] == text.front() && (bytes == 1 || bytes == 2 || bytes == 4 || bytes == 8);
  const char kind = text[2];
  if (!size || (kind == 'f' && bytes < 4)) return std::nullopt;
  const bool big_endian = text[1] == '>';
  if (kind == 'u' || kind == 'b') return NumberType{Kind::unsigned_integer, bytes, big_endian};
  if (kind == 'i') return NumberType{Kind::integer, bytes, big_endian};
  return kind == 'f' ? std::optional(NumberType{Kind::floating, bytes, big_endian}) : std::nullopt;
}

/// (60000, 28, 28)
std::vector<std::uint64_t> parse_shape(std::string_view text) {
  constexpr double max_extent = 4294967295;
  std::vector<std::uint64_t> shape;
  text = text.substr(0, text.find(')'));
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(','), text.size());
    const auto extent = parse_number(trim(text.substr(0, end), " ("));
    if (extent && *extent >= 0 && *extent <= max_extent) shape.push_back(static_cast<std::uint64_t>(*extent));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return shape;
}

}  // namespace

Status NpyReader::push(std::span<const char> chunk) {
  while (!array_ && !chunk.empty()) {
    header_ += chunk.front();
    chunk = chunk.subspan(1);
    if (header_.size() > max_header_bytes) return Error{"This NumPy file has a header that is too long."};
    if (header_.size() < header_size()) continue;
    if (Status status = start_array(); !status) return status;
  }
  return chunk.empty() ? success() : array_->push(chunk);
}

Result<data::Dataset> NpyReader::finish(LabelRule rule) {
  if (!array_) return Error{"This NumPy file is cut short: its header is incomplete."}.with_code("cutShort");
  return array_->finish(rule);
}

/// As far as it is known.
std::size_t NpyReader::header_size() const {
  const std::size_t length_bytes = header_.size() > version_at && header_[version_at] > 1 ? 4 : 2;
  const std::size_t begin = length_at + length_bytes;
  if (header_.size() < begin) return begin;
  std::size_t length = 0;
  for (std::size_t byte = length_bytes; byte > 0; --byte)
    length = length << 8 | byte_at(header_, length_at + byte - 1);
  return begin + std::min(length, max_header_bytes);
}

Status NpyReader::start_array() {
  const auto type = parse_type(value_of(header_, "descr"));
  std::vector<std::uint64_t> shape = parse_shape(value_of(header_, "shape"));
  if (!type) {
    return Error{"This NumPy file doesn't hold plain numbers, as pixels and labels are."}.with_code(
        "notNumbers");
  }
  if (shape.empty()) {
    return Error{"This NumPy file holds a single value, not images."}.with_code("dimensions",
                                                                                {{"dimensions", 0}});
  }
  if (shape.size() > 1 && value_of(header_, "fortran_order").starts_with("True"))
    return Error{"This NumPy array is in Fortran's order. Save numpy.ascontiguousarray() of it."}.with_code(
        "fortranOrder");
  Result<NumberArray> array = open_array("NumPy", *type, std::move(shape), accepted_);
  if (!array) return array.error();
  array_.emplace(std::move(array).value());
  return success();
}

}  // namespace inkling::io
