#include "core/io/IdxReader.h"

#include <algorithm>
#include <utility>

#include "core/base/HugePages.h"
#include "core/base/Text.h"
#include "core/io/Import.h"

namespace inkling::io {

namespace {

constexpr std::uint32_t images_magic = 0x803;
constexpr std::uint32_t labels_magic = 0x801;
constexpr std::uint32_t magic_of_bytes = 0x8;  // the magic number's upper three bytes

/// Memory is taken before the bytes come only up to this, since the header may promise anything.
constexpr std::size_t most_reserved = std::size_t{64} << 20;

}  // namespace

bool is_idx_of_labels(std::string_view first_bytes) {
  return first_bytes.starts_with(std::string_view("\0\0\x08\x01", 4));
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
  return Error{"This IDX file goes on after the last of its " + pluralize(count_, noun()) + "."};
}

Result<std::vector<std::uint8_t>> IdxReader::finish() {
  if (header_.size() < header_size()) return Error{"This IDX file ends within its header."};
  if (body_.size() < body_size()) {
    return Error{"This IDX file ends after " + group_thousands(items_read()) + " of " +
                 pluralize(count_, noun()) + "."};
  }
  return std::move(body_);
}

std::uint32_t IdxReader::header_word(std::size_t index) const {
  std::uint32_t word = 0;
  for (std::size_t byte = 0; byte < 4; ++byte) word = word << 8 | header_[index * 4 + byte];
  return word;
}

std::string IdxReader::noun() const {
  return expected_ == IdxContent::images ? "image" : "label";
}

/// The first word tells the type of the values and the number of sizes that follow.
Status IdxReader::check_kind() const {
  const std::uint32_t magic = header_word(0);
  const bool wants_images = expected_ == IdxContent::images;
  if (magic == (wants_images ? images_magic : labels_magic)) return success();
  if (magic == labels_magic) {
    return Error{"This is an IDX file of labels. Give the file of images; the labels are found beside it."};
  }
  if (magic == images_magic) return Error{"This is an IDX file of images where one of labels was expected."};
  if (magic >> 8 != magic_of_bytes)
    return Error{"This IDX file does not hold bytes, as pixels and labels are."};
  return Error{"This IDX file has " + pluralize(magic & 0xff, "dimension") + "; images have 3 and labels 1."};
}

Status IdxReader::check_header() {
  if (header_.size() >= 4) {
    if (Status status = check_kind(); !status) return status;
  }
  if (header_.size() < header_size()) return success();
  count_ = header_word(1);
  if (expected_ == IdxContent::images && (header_word(2) != image_side || header_word(3) != image_side)) {
    return Error{"This IDX file has images of " + std::to_string(header_word(2)) + "x" +
                 std::to_string(header_word(3)) + ". Inkling reads 28x28."};
  }
  if (count_ == 0) return Error{"This IDX file is empty: it has 0 " + noun() + "s."};
  if (count_ > maximum_images) {
    return Error{"This IDX file promises " + pluralize(count_, noun()) + "; Inkling reads up to " +
                 group_thousands(maximum_images) + "."};
  }
  reserve_huge_pages(body_, std::min(body_size(), most_reserved));
  return success();
}

Status IdxReader::check_labels(std::span<const char> labels) const {
  if (expected_ != IdxContent::labels) return success();
  for (std::size_t index = 0; index < labels.size(); ++index) {
    const auto label = static_cast<std::uint8_t>(labels[index]);
    if (label < class_count) continue;
    return Error{"label " + group_thousands(body_.size() + index + 1) + " is " + std::to_string(label) +
                 "; labels are 0 to 9."};
  }
  return success();
}

Result<data::Dataset> join(std::vector<std::uint8_t> pixels, std::vector<std::uint8_t> labels) {
  const std::size_t images = pixels.size() / image_pixels;
  if (images != labels.size()) {
    return Error{"The IDX files do not belong together: " + pluralize(images, "image") + ", but " +
                 pluralize(labels.size(), "label") + "."};
  }
  return data::Dataset{std::move(pixels), std::move(labels), {}};
}

}  // namespace inkling::io
