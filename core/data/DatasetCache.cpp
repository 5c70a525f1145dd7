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

constexpr std::string_view format = "inkling dataset1";
constexpr std::size_t hash_digits = 64;

/// Of the parts that follow, in bytes.
struct Sizes {
  std::uint64_t pixels = 0, labels = 0, inks = 0;
};
constexpr std::size_t header_size = format.size() + sizeof(Sizes);

Error invalid(const std::string& reason) {
  return {"This saved dataset can't be used: " + reason + "."};
}

bool are_digits(std::span<const std::uint8_t> labels) {
  return std::ranges::all_of(labels, [](std::uint8_t label) { return label < class_count; });
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
  return sizes.pixels % image_pixels == 0 && sizes.pixels + sizes.labels + sizes.inks == body &&
         (sizes.labels == 0 || sizes.labels == images);
}

}  // namespace

std::vector<std::uint8_t> write_dataset_cache(const Dataset& dataset) {
  assert(are_digits(dataset.labels));
  const auto inks = ink::serialize_inks(dataset.inks);
  const Sizes sizes{dataset.pixels.size(), dataset.labels.size(), inks.size()};
  std::vector<std::uint8_t> bytes;
  bytes.reserve(header_size + dataset.pixels.size() + dataset.labels.size() + inks.size() + hash_digits);
  bytes.assign(format.begin(), format.end());
  bytes.resize(header_size);
  std::memcpy(bytes.data() + format.size(), &sizes, sizeof sizes);
  bytes.insert(bytes.end(), dataset.pixels.begin(), dataset.pixels.end());
  bytes.insert(bytes.end(), dataset.labels.begin(), dataset.labels.end());
  bytes.insert(bytes.end(), inks.begin(), inks.end());
  const std::string hash = sha256(bytes);
  bytes.insert(bytes.end(), hash.begin(), hash.end());
  return bytes;
}

Result<Dataset> read_dataset_cache(std::span<const std::uint8_t> bytes) {
  if (bytes.size() < header_size + hash_digits) return invalid("it is cut short");
  if (!std::equal(format.begin(), format.end(), bytes.begin()))
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
  const auto inks = body.subspan(pixels.size() + labels.size());
  if (!are_digits(labels)) return invalid("a label is not a digit");
  if (!are_inks(inks, pixels.size() / image_pixels)) return invalid("its strokes are incomplete");
  return Dataset{{pixels.begin(), pixels.end()}, {labels.begin(), labels.end()}, ink::deserialize_inks(inks)};
}

}  // namespace inkling::data
