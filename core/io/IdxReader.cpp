// SPDX-License-Identifier: MIT
#include "core/io/IdxReader.h"

#include <algorithm>
#include <cctype>
#include <utility>

#include "core/base/HugePages.h"
#include "core/base/Text.h"
#include "core/io/Import.h"

namespace inkling::io {

namespace {

constexpr std::uint32_t images_magic = 0x803;
constexpr std::uint32_t labels_magic = 0x801;
constexpr std::uint32_t byte_type = 0x8;  // the upper three bytes of the magic number

/// No more than this is reserved before the bytes come: the header may claim anything.
constexpr std::size_t max_reserved = std::size_t{64} << 20;

void replace_all(std::string& text, std::string_view part, std::string_view replacement) {
  for (std::size_t at = text.find(part); at != std::string::npos;
       at = text.find(part, at + replacement.size()))
    text.replace(at, part.size(), replacement);
}

/// In lower case, with "-idx" and without ".gz".
std::string normalised(std::string name) {
  std::ranges::transform(name, name.begin(), [](unsigned char letter) { return std::tolower(letter); });
  if (name.ends_with(".gz")) name.resize(name.size() - 3);
  replace_all(name, ".idx", "-idx");
  return name;
}

/// The same for the images and their labels.
std::string without_content(std::string name) {
  replace_all(name, "labels", "images");
  replace_all(name, "idx1", "idx3");
  return name;
}

}  // namespace

bool is_idx_labels(std::string_view first_bytes) {
  return first_bytes.starts_with(std::string_view("\0\0\x08\x01", 4));
}

bool are_paired_names(std::string images, std::string labels) {
  images = normalised(std::move(images));
  labels = normalised(std::move(labels));
  return images != labels && without_content(images) == without_content(labels);
}

Status IdxReader::push(std::span<const char> chunk) {
  const std::size_t header_part = std::min(header_size() - header_.size(), chunk.size());
  header_.insert(header_.end(), chunk.begin(), chunk.begin() + static_cast<std::ptrdiff_t>(header_part));
  if (header_part > 0) {
    if (Status status = check_header(); !status) return status;
  }
  const std::span<const char> rest = chunk.subspan(header_part);
  const std::span<const char> body = rest.first(std::min(rest.size(), body_size() - body_.size()));
  if (Status status = check_labels(body); !status) return status;
  body_.insert(body_.end(), body.begin(), body.end());
  if (body.size() == rest.size()) return success();
  return Error{"This IDX file has extra bytes after its " + counted_items(count_) + "."};
}

Result<std::vector<std::uint8_t>> IdxReader::finish() {
  if (header_.size() < header_size()) return Error{"This IDX file is cut short: its header is incomplete."};
  if (body_.size() < body_size()) {
    return Error{"This IDX file is cut short: it has " + group_thousands(items_read()) + " of " +
                 counted_items(count_) + "."};
  }
  return std::move(body_);
}

std::uint32_t IdxReader::header_word(std::size_t index) const {
  std::uint32_t word = 0;
  for (std::size_t byte = 0; byte < 4; ++byte) word = word << 8 | header_[index * 4 + byte];
  return word;
}

std::string IdxReader::counted_items(std::size_t count) const {
  return pluralize(count, content_ == IdxContent::images ? "image" : "label");
}

/// The first word has the type of the values and the number of dimensions.
Status IdxReader::check_magic() const {
  const std::uint32_t magic = header_word(0);
  if (magic == (content_ == IdxContent::images ? images_magic : labels_magic)) return success();
  if (magic == labels_magic)
    return Error{"This IDX file has labels, not images. Use the file of the images instead."};
  if (magic == images_magic) return Error{"This IDX file has images, but labels were expected."};
  if (magic >> 8 != byte_type) return Error{"This IDX file doesn't hold bytes, as pixels and labels are."};
  return Error{"This IDX file has " + pluralize(magic & 0xff, "dimension") +
               ". Images have 3, labels have 1."};
}

Status IdxReader::check_header() {
  if (header_.size() >= 4) {
    if (Status status = check_magic(); !status) return status;
  }
  if (header_.size() < header_size()) return success();
  count_ = header_word(1);
  if (content_ == IdxContent::images && (header_word(2) != image_side || header_word(3) != image_side)) {
    return Error{"This IDX file has images of " + std::to_string(header_word(2)) + "x" +
                 std::to_string(header_word(3)) + ". Inkling needs 28x28."};
  }
  if (count_ == 0) return Error{"This IDX file is empty: it has " + counted_items(0) + "."};
  if (count_ > maximum_images) {
    return Error{"This IDX file claims to have " + counted_items(count_) + ". Inkling reads up to " +
                 group_thousands(maximum_images) + "."};
  }
  reserve_huge_pages(body_, std::min(body_size(), max_reserved));
  return success();
}

Status IdxReader::check_labels(std::span<const char> labels) const {
  if (content_ != IdxContent::labels) return success();
  for (std::size_t index = 0; index < labels.size(); ++index) {
    const auto label = static_cast<std::uint8_t>(labels[index]);
    if (label < class_count) continue;
    return Error{"label " + group_thousands(body_.size() + index + 1) + " is " + std::to_string(label) +
                 ", expected 0 to 9."};
  }
  return success();
}

}  // namespace inkling::io
