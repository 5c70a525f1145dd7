#include "core/data/DatasetCache.h"

#include <algorithm>
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

/// The sizes of what follows them, in bytes.
struct Sizes {
  std::uint64_t pixels = 0, labels = 0, inks = 0;
};
constexpr std::size_t head_size = format.size() + sizeof(Sizes);

Error refuse(const std::string& reason) {
  return {"These kept data cannot be used: " + reason + "."};
}

std::uint64_t count_at(std::span<const std::uint8_t> bytes) {
  std::uint64_t count = 0;
  std::memcpy(&count, bytes.data(), sizeof count);
  return count;
}

/// A count in front, which is dropped; none where the bytes end before it does, or allow no so many things of
/// at least `least` bytes.
std::optional<std::uint64_t> take_count(std::span<const std::uint8_t>& bytes, std::size_t least) {
  if (bytes.size() < sizeof(std::uint64_t)) return std::nullopt;
  const std::uint64_t count = count_at(bytes);
  bytes = bytes.subspan(sizeof count);
  if (count > bytes.size() / least) return std::nullopt;
  return count;
}

/// Whether serialize_inks() may have written these for so many images.
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

bool fit(const Sizes& sizes, std::size_t body) {
  if (sizes.pixels > body || sizes.labels > body || sizes.inks > body) return false;
  const std::uint64_t images = sizes.pixels / image_pixels;
  return sizes.pixels % image_pixels == 0 && sizes.pixels + sizes.labels + sizes.inks == body &&
         (sizes.labels == 0 || sizes.labels == images);
}

}  // namespace

std::vector<std::uint8_t> write_dataset_cache(const Dataset& dataset) {
  const auto inks = ink::serialize_inks(dataset.inks);
  const Sizes sizes{dataset.pixels.size(), dataset.labels.size(), inks.size()};
  std::vector<std::uint8_t> block;
  block.reserve(head_size + dataset.pixels.size() + dataset.labels.size() + inks.size() + hash_digits);
  block.assign(format.begin(), format.end());
  block.resize(head_size);
  std::memcpy(block.data() + format.size(), &sizes, sizeof sizes);
  block.insert(block.end(), dataset.pixels.begin(), dataset.pixels.end());
  block.insert(block.end(), dataset.labels.begin(), dataset.labels.end());
  block.insert(block.end(), inks.begin(), inks.end());
  const std::string hash = sha256(block);
  block.insert(block.end(), hash.begin(), hash.end());
  return block;
}

Result<Dataset> read_dataset_cache(std::span<const std::uint8_t> block) {
  if (block.size() < head_size + hash_digits) return refuse("they are cut short");
  if (!std::equal(format.begin(), format.end(), block.begin()))
    return refuse("they were not written by Inkling, or by another version");
  const auto content = block.first(block.size() - hash_digits);
  const std::string hash = sha256(content);
  if (!std::equal(hash.begin(), hash.end(), block.end() - hash_digits))
    return refuse("they have changed since they were written");
  Sizes sizes;
  std::memcpy(&sizes, content.data() + format.size(), sizeof sizes);
  const auto body = content.subspan(head_size);
  if (!fit(sizes, body.size())) return refuse("their parts do not fit each other");
  const auto pixels = body.first(static_cast<std::size_t>(sizes.pixels));
  const auto labels = body.subspan(pixels.size(), static_cast<std::size_t>(sizes.labels));
  const auto inks = body.subspan(pixels.size() + labels.size());
  if (std::ranges::any_of(labels, [](std::uint8_t label) { return label > no_digit; }))
    return refuse("a label is no digit");
  if (!are_inks(inks, pixels.size() / image_pixels)) return refuse("their strokes are not whole");
  return Dataset{{pixels.begin(), pixels.end()}, {labels.begin(), labels.end()}, ink::deserialize_inks(inks)};
}

}  // namespace inkling::data
