// SPDX-License-Identifier: MIT
#include "core/data/DatasetCache.h"

#include <algorithm>
#include <cassert>
#include <cstring>
#include <optional>
#include <string>
#include <string_view>

#include "core/base/Sha256.h"
#include "core/ink/Ink.h"

namespace inkling::data {

namespace {

constexpr std::string_view digits_format = "inkling dataset1", classes_format = "inkling dataset2";
constexpr std::size_t hash_digits = 64;

/// Of the parts that follow, in bytes.
struct Sizes {
  std::uint64_t pixels = 0, labels = 0, inks = 0;
};
constexpr std::size_t header_size = digits_format.size() + sizeof(Sizes);

Error invalid(const std::string& reason) {
  return {"This saved dataset can't be used: " + reason + "."};
}

bool are_labels(std::span<const std::uint8_t> labels, std::size_t classes) {
  return std::ranges::all_of(labels, [classes](std::uint8_t label) { return label < classes; });
}

std::string_view format_of(const Dataset& dataset) {
  return are_digits(dataset.classes) ? digits_format : classes_format;
}

/// What follows the strokes.
std::string text_of(const Dataset& dataset) {
  return are_digits(dataset.classes) ? std::string() : serialize_classes(dataset.classes);
}

std::uint64_t count_at(std::span<const std::uint8_t> bytes) {
  std::uint64_t count = 0;
  std::memcpy(&count, bytes.data(), sizeof count);
  return count;
}

/// Removes a count from the front of `bytes`. Nothing if the bytes that remain cannot hold that many items of
/// at least `item_size` bytes.
std::optional<std::uint64_t> take_count(std::span<const std::uint8_t>& bytes, std::size_t item_size) {
  if (bytes.size() < sizeof(std::uint64_t)) return std::nullopt;
  const std::uint64_t count = count_at(bytes);
  bytes = bytes.subspan(sizeof count);
  if (count > bytes.size() / item_size) return std::nullopt;
  return count;
}

/// Whether serialize_inks() could have written these bytes for that many images.
bool are_inks(std::span<const std::uint8_t> bytes, std::uint64_t images) {
  const auto inks = take_count(bytes, sizeof(std::uint64_t));
  if (!inks || (*inks != 0 && *inks != images)) return false;
  for (std::uint64_t ink = 0; ink < *inks; ++ink) {
    const auto strokes = take_count(bytes, sizeof(std::uint64_t));
    if (!strokes) return false;
    for (std::uint64_t stroke = 0; stroke < *strokes; ++stroke) {
      const auto points = take_count(bytes, sizeof(ink::Point));
      if (!points) return false;
      bytes = bytes.subspan(static_cast<std::size_t>(*points) * sizeof(ink::Point));
    }
  }
  return bytes.empty();
}

/// Each size is compared with `body` first, so that their sum cannot overflow and they fit in a size_t.
bool are_consistent(const Sizes& sizes, std::size_t body) {
  if (sizes.pixels > body || sizes.labels > body || sizes.inks > body) return false;
  const std::uint64_t images = sizes.pixels / image_pixels;
  return sizes.pixels % image_pixels == 0 && sizes.pixels + sizes.labels + sizes.inks <= body &&
         (sizes.labels == 0 || sizes.labels == images);
}

/// The inverse of text_of(); nothing if it could not have written these bytes.
std::optional<ClassNames> classes_in(std::string_view format, std::span<const std::uint8_t> text) {
  if (format == digits_format) return text.empty() ? std::optional(digit_names()) : std::nullopt;
  const auto classes = parse_classes({reinterpret_cast<const char*>(text.data()), text.size()});
  return classes && !are_digits(*classes) ? classes : std::nullopt;
}

}  // namespace

std::vector<std::uint8_t> write_dataset_cache(const Dataset& dataset) {
  assert(are_labels(dataset.labels, dataset.classes.size()));
  const auto inks = ink::serialize_inks(dataset.inks);
  const Sizes sizes{dataset.pixels.size(), dataset.labels.size(), inks.size()};
  std::vector<std::uint8_t> bytes;
  bytes.reserve(header_size + dataset.pixels.size() + dataset.labels.size() + inks.size() + hash_digits);
  const std::string_view format = format_of(dataset);
  bytes.assign(format.begin(), format.end());
  bytes.resize(header_size);
  std::memcpy(bytes.data() + format.size(), &sizes, sizeof sizes);
  bytes.insert(bytes.end(), dataset.pixels.begin(), dataset.pixels.end());
  bytes.insert(bytes.end(), dataset.labels.begin(), dataset.labels.end());
  bytes.insert(bytes.end(), inks.begin(), inks.end());
  const std::string classes = text_of(dataset);
  bytes.insert(bytes.end(), classes.begin(), classes.end());
  const std::string hash = sha256(bytes);
  bytes.insert(bytes.end(), hash.begin(), hash.end());
  return bytes;
}

Result<Dataset> read_dataset_cache(std::span<const std::uint8_t> bytes) {
  if (bytes.size() < header_size + hash_digits) return invalid("it is cut short");
  const std::string_view format(reinterpret_cast<const char*>(bytes.data()), digits_format.size());
  if (format != digits_format && format != classes_format)
    return invalid("it is not from Inkling, or from another version");
  const auto content = bytes.first(bytes.size() - hash_digits);
  const std::string hash = sha256(content);
  if (!std::equal(hash.begin(), hash.end(), bytes.end() - hash_digits)) return invalid("it is damaged");
  Sizes sizes;
  std::memcpy(&sizes, content.data() + format.size(), sizeof sizes);
  const auto body = content.subspan(header_size);
  if (!are_consistent(sizes, body.size())) return invalid("its sizes do not match");
  const auto pixels = body.first(static_cast<std::size_t>(sizes.pixels));
  const auto labels = body.subspan(pixels.size(), static_cast<std::size_t>(sizes.labels));
  const auto inks = body.subspan(pixels.size() + labels.size(), static_cast<std::size_t>(sizes.inks));
  const auto class_text = body.subspan(pixels.size() + labels.size() + inks.size());
  const auto classes = classes_in(format, class_text);
  if (!classes) return invalid("its classes are damaged");
  if (!are_labels(labels, classes->size())) return invalid("a label is none of its classes");
  if (!are_inks(inks, pixels.size() / image_pixels)) return invalid("its strokes are incomplete");
  return Dataset{
      {pixels.begin(), pixels.end()}, {labels.begin(), labels.end()}, ink::deserialize_inks(inks), *classes};
}

}  // namespace inkling::data
