// SPDX-License-Identifier: MIT
#include "core/io/arrays/IdxReader.h"

#include <algorithm>
#include <cctype>
#include <utility>

#include "core/base/Text.h"

namespace inkling::io {

namespace {

constexpr std::size_t max_dimensions = 4;

void replace_all(std::string& text, std::string_view part, std::string_view replacement) {
  for (std::size_t at = text.find(part); at != std::string::npos;
       at = text.find(part, at + replacement.size()))
    text.replace(at, part.size(), replacement);
}

/// Removes the number in brackets that browsers give to a second download: "a (1)".
void remove_copy_number(std::string& name) {
  const std::size_t open = name.rfind(" (");
  const std::size_t close = name.find(')', open == std::string::npos ? name.size() : open);
  if (close == std::string::npos) return;
  const std::string number = name.substr(open + 2, close - open - 2);
  if (!number.empty() &&
      std::ranges::all_of(number, [](unsigned char letter) { return std::isdigit(letter); }))
    name.erase(open, close + 1 - open);
}

/// In lower case, without ".gz", the number of a copy, and what tells the type, as "-idx3-ubyte".
std::string normalised(std::string name) {
  std::ranges::transform(name, name.begin(), [](unsigned char letter) { return std::tolower(letter); });
  remove_copy_number(name);
  if (name.ends_with(".gz")) name.resize(name.size() - 3);
  remove_copy_number(name);
  replace_all(name, ".idx", "-idx");
  const std::size_t type = name.rfind("-idx");
  if (type != std::string::npos && type + 4 < name.size() &&
      std::isdigit(static_cast<unsigned char>(name[type + 4])))
    name.resize(type);
  return name;
}

/// The same for the images and their labels.
std::string without_content(std::string name) {
  replace_all(name, "labels", "images");
  const std::size_t begin = name.find_last_of("/\\") + 1;  // 0 without a folder
  const std::string_view base = std::string_view(name).substr(begin);
  if (base.size() > 1 && base.front() == 'y' && !std::isalpha(static_cast<unsigned char>(base[1])))
    name[begin] = 'x';
  return name;
}

std::optional<NumberType> type_of(std::uint8_t code) {
  using Kind = NumberType::Kind;
  switch (code) {
    case 0x08:
      return NumberType{Kind::unsigned_integer, 1};
    case 0x09:
      return NumberType{Kind::integer, 1};
    case 0x0b:
      return NumberType{Kind::integer, 2};
    case 0x0c:
      return NumberType{Kind::integer, 4};
    case 0x0d:
      return NumberType{Kind::floating, 4};
    case 0x0e:
      return NumberType{Kind::floating, 8};
    default:
      return std::nullopt;
  }
}

}  // namespace

bool are_paired_names(std::string images, std::string labels) {
  images = normalised(std::move(images));
  labels = normalised(std::move(labels));
  return images != labels && images == without_content(images) && images == without_content(labels);
}

Status IdxReader::push(std::span<const char> chunk) {
  while (!array_ && !chunk.empty()) {
    header_.push_back(static_cast<std::uint8_t>(chunk.front()));
    chunk = chunk.subspan(1);
    if (header_.size() == 4) {
      if (Status status = check_magic(); !status) return status;
    }
    if (header_.size() < 4 || header_.size() < header_size()) continue;
    if (Status status = start_array(); !status) return status;
  }
  return chunk.empty() ? success() : array_->push(chunk);
}

Result<data::Dataset> IdxReader::finish(LabelRule rule) {
  if (!array_) return Error{"This IDX file is cut short: its header is incomplete."}.with_code("cutShort");
  return array_->finish(rule);
}

std::uint32_t IdxReader::header_word(std::size_t index) const {
  std::uint32_t word = 0;
  for (std::size_t byte = 0; byte < 4; ++byte) word = word << 8 | header_[index * 4 + byte];
  return word;
}

/// The first word has the type of the values and the number of dimensions.
Status IdxReader::check_magic() const {
  if (header_[0] != 0 || header_[1] != 0 || !type_of(header_[2]))
    return Error{"This IDX file doesn't hold numbers, as pixels and labels are."}.with_code("notNumbers");
  if (dimensions() > 0 && dimensions() <= max_dimensions) return success();
  return Error{"This IDX file has " + pluralize(dimensions(), "dimension") +
               ". Images have 3, labels have 1."}
      .with_code("dimensions", {{"dimensions", dimensions()}});
}

Status IdxReader::start_array() {
  std::vector<std::uint64_t> extents;
  for (std::size_t dimension = 0; dimension < dimensions(); ++dimension)
    extents.push_back(header_word(1 + dimension));
  Result<NumberArray> array = open_array("IDX", *type_of(header_[2]), std::move(extents), accepted_);
  if (!array) return array.error();
  array_.emplace(std::move(array).value());
  return success();
}

}  // namespace inkling::io
