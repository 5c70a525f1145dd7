// SPDX-License-Identifier: MIT
#include "core/io/arrays/NumberArray.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <utility>

#include "core/base/Digit.h"
#include "core/base/HugePages.h"
#include "core/base/Number.h"
#include "core/base/Text.h"
#include "core/io/Import.h"
#include "core/io/csv/PixelScale.h"

namespace inkling::io {

namespace {

constexpr std::size_t qmnist_columns = 8;

/// No more than this is reserved before the bytes come: the header may claim anything.
constexpr std::size_t max_reserved = std::size_t{64} << 20;

/// So that no size overflows where addresses have 32 bits.
constexpr std::uint64_t max_body_bytes = std::uint64_t{1} << 31;

std::string count_of(ArrayContent content, std::size_t count) {
  return pluralize(count, content == ArrayContent::images ? "image" : "label");
}

std::string number_text(double number) {
  const bool whole = number == std::floor(number) && std::abs(number) < 1e15;
  return whole ? std::to_string(static_cast<std::int64_t>(number)) : to_shortest(static_cast<float>(number));
}

/// The extents without those of 1 after the first, which only wrap each number once more.
std::vector<std::uint64_t> squeeze(std::vector<std::uint64_t> extents) {
  extents.erase(std::remove(extents.begin() + 1, extents.end(), 1u), extents.end());
  return extents;
}

/// What an array of these extents holds: [n, 28, 28] or [n, 784] are images. [n] are labels, and so is
/// [n, 8], in whose first column QMNIST has them. Nothing for any other.
std::optional<ArrayContent> content_of(std::span<const std::uint64_t> extents) {
  const std::size_t dimensions = extents.size();
  if (dimensions == 1 || (dimensions == 2 && extents[1] == qmnist_columns)) return ArrayContent::labels;
  if (dimensions == 3 || (dimensions == 2 && extents[1] == image_pixels)) return ArrayContent::images;
  return std::nullopt;
}

/// Whether the array can be read: not empty, not too large, and images of 28x28.
Status check_array(const std::string& format, ArrayContent content, NumberType type,
                   std::span<const std::uint64_t> extents) {
  const std::string subject = "This " + format + " file ";
  const std::uint64_t count = extents.front();
  if (content == ArrayContent::images && extents.size() > 2 &&
      (extents[1] != image_side || extents[2] != image_side)) {
    return Error{subject + "has images of " + std::to_string(extents[1]) + "x" + std::to_string(extents[2]) +
                 ". Inkling needs 28x28."}
        .with_code("imageSize", {{"height", extents[1]}, {"width", extents[2]}});
  }
  if (count == 0)
    return Error{subject + "is empty: it has " + count_of(content, 0) + "."}.with_code("emptyFile");
  if (count > maximum_images) {
    return Error{subject + "has too many " + (content == ArrayContent::images ? "images" : "labels") + ": " +
                 std::to_string(count) + ". Inkling reads up to " + group_thousands(maximum_images) + "."}
        .with_code("tooManyImages", {{"limit", maximum_images}});
  }
  const std::uint64_t numbers = content == ArrayContent::images ? count * image_pixels : count;
  if (numbers <= max_body_bytes / type.bytes) return success();
  return Error{subject + "is too large, with " + pluralize(type.bytes, "byte") +
               " per pixel. Save the pixels as single bytes (uint8)."}
      .with_code("bytesPerPixel", {{"bytes", type.bytes}});
}

}  // namespace

Result<NumberArray> open_array(const std::string& format, NumberType type, std::vector<std::uint64_t> extents,
                               std::optional<ArrayContent> accepted) {
  extents = squeeze(std::move(extents));
  const std::string subject = "This " + format + " file ";
  const std::optional<ArrayContent> content = content_of(extents);
  if (!content) {
    return Error{subject + "has " + pluralize(extents.size(), "dimension") +
                 ". Images have 3, labels have 1."}
        .with_code("dimensions", {{"dimensions", extents.size()}});
  }
  if (accepted == ArrayContent::images && *content == ArrayContent::labels)
    return Error{subject + "has labels, not images. Use the file of the images instead."};
  if (accepted == ArrayContent::labels && *content == ArrayContent::images)
    return Error{subject + "has images, but labels were expected."};
  if (Status checked = check_array(format, *content, type, extents); !checked) return checked.error();
  return NumberArray(format, *content, type, std::move(extents));
}

NumberArray::NumberArray(std::string format, ArrayContent content, NumberType type,
                         std::vector<std::uint64_t> extents)
    : format_(std::move(format)),
      content_(content),
      type_(type),
      extents_(std::move(extents)),
      count_(static_cast<std::size_t>(extents_.front())) {
  reserve_huge_pages(body_, std::min(body_bytes(), max_reserved));
}

Status NumberArray::push(std::span<const char> chunk) {
  const std::span<const char> body = chunk.first(std::min(chunk.size(), body_bytes() - body_.size()));
  body_.insert(body_.end(), body.begin(), body.end());
  if (body.size() == chunk.size()) return success();
  return Error{"This " + format_ + " file has extra bytes after its " + counted_items(count_) + "."}
      .with_code("extraBytes", {{"items", count_}});
}

Result<data::Dataset> NumberArray::finish(LabelRule rule) {
  if (body_.size() < body_bytes()) {
    return Error{"This " + format_ + " file is cut short: it has " + group_thousands(items_read()) + " of " +
                 counted_items(count_) + "."}
        .with_code("itemsMissing", {{"items", items_read()}, {"all", count_}});
  }
  if (content_ == ArrayContent::labels) return finish_labels(rule);
  data::Dataset dataset;
  if (type_.is_byte()) {
    dataset.pixels = std::move(body_);
    return dataset;
  }
  auto pixels = scaled_pixels();
  if (!pixels) return pixels.error();
  dataset.pixels = std::move(pixels).value();
  return dataset;
}

Result<data::Dataset> NumberArray::finish_labels(LabelRule rule) {
  LabelTable table;
  std::vector<LabelTable::Id> ids;
  for (std::size_t item = 0; item < count_; ++item) {
    const double label = number(item * numbers_per_item());
    const bool byte = label >= 0 && label <= 255 && label == std::floor(label);
    ids.push_back(byte ? table.add(static_cast<std::uint8_t>(label)) : table.add(number_text(label)));
  }
  auto resolved = table.resolve(ids, rule);
  if (!resolved) return resolved.error();
  auto& [classes, labels, has_ten, digits] = resolved.value();
  has_ten_ = has_ten;
  const auto bad = static_cast<std::size_t>(std::ranges::find(labels, no_class) - labels.begin());
  if (bad < labels.size()) {
    return Error{"label " + group_thousands(bad + 1) + " is " + table.text(ids[bad]) +
                 (digits ? ", expected 0 to 9." : ", expected a whole number.")}
        .with_code("labelAt", {{"place", bad + 1}, {"found", table.text(ids[bad])}});
  }
  return data::Dataset{{}, std::move(labels), {}, std::move(classes)};
}

std::size_t NumberArray::numbers_per_item() const {
  std::size_t numbers = 1;
  for (std::size_t dimension = 1; dimension < extents_.size(); ++dimension)
    numbers *= static_cast<std::size_t>(extents_[dimension]);
  return numbers;
}

std::string NumberArray::counted_items(std::size_t count) const {
  return count_of(content_, count);
}

double NumberArray::number(std::size_t index) const {
  std::uint64_t bits = 0;
  for (std::size_t byte = 0; byte < type_.bytes; ++byte) {
    const std::size_t place = type_.big_endian ? byte : type_.bytes - 1 - byte;
    bits = bits << 8 | body_[index * type_.bytes + place];
  }
  if (type_.kind == NumberType::Kind::unsigned_integer) return static_cast<double>(bits);
  if (type_.kind == NumberType::Kind::floating) {
    return type_.bytes == 4 ? static_cast<double>(std::bit_cast<float>(static_cast<std::uint32_t>(bits)))
                            : std::bit_cast<double>(bits);
  }
  const auto unused = static_cast<int>(64 - 8 * type_.bytes);
  return static_cast<double>(static_cast<std::int64_t>(bits << unused) >> unused);
}

Result<std::vector<std::uint8_t>> NumberArray::scaled_pixels() const {
  constexpr std::size_t probed_images = 1000;
  std::vector<double> sample;
  for (std::size_t index = 0; index < std::min(count_, probed_images) * image_pixels; ++index)
    sample.push_back(number(index));
  const PixelScale scale = find_scale(sample_pixels(sample));
  std::vector<std::uint8_t> pixels;
  reserve_huge_pages(pixels, count_ * image_pixels);
  for (std::size_t index = 0; index < count_ * image_pixels; ++index) {
    const auto pixel = scale.to_byte(number(index));
    if (!pixel) {
      return Error{"image " + group_thousands(index / image_pixels + 1) + " has a pixel of " +
                   to_shortest(static_cast<float>(number(index))) + ", expected 0 to " +
                   (scale.is_bytes() ? "255." : "1 as in the first images.")}
          .with_code("pixelAt", {{"place", index / image_pixels + 1},
                                 {"found", to_shortest(static_cast<float>(number(index)))},
                                 {"most", scale.is_bytes() ? 255 : 1}});
    }
    pixels.push_back(*pixel);
  }
  return pixels;
}

}  // namespace inkling::io
