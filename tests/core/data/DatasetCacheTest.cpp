// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include <cstring>
#include <functional>
#include <limits>
#include <string>

#include "core/base/Random.h"
#include "core/base/Sha256.h"
#include "core/data/DatasetCache.h"
#include "core/synthetic/SyntheticDigits.h"

using namespace inkling;
using namespace inkling::data;

namespace {

/// Images of which every other one has strokes.
Dataset digits_with_inks() {
  Dataset dataset = synthetic::synthetic_digits(20, 3);
  Random random(5);
  dataset.inks.resize(dataset.size());
  for (std::size_t index = 0; index < dataset.size(); index += 2)
    dataset.inks[index] = synthetic::synthetic_digit(dataset.labels[index], random);
  return dataset;
}

std::string error_of(std::span<const std::uint8_t> bytes) {
  const auto read = read_dataset_cache(bytes);
  return read.ok() ? "accepted" : read.error().message;
}

/// The error for a cache with these bytes changed and its hash corrected.
std::string error_after(const std::function<void(std::vector<std::uint8_t>&)>& change) {
  auto bytes = write_dataset_cache(digits_with_inks());
  bytes.resize(bytes.size() - 64);
  change(bytes);
  const std::string hash = sha256(bytes);
  bytes.insert(bytes.end(), hash.begin(), hash.end());
  return error_of(bytes);
}

const std::string invalid = "This saved dataset can't be used: ";
constexpr std::size_t sizes = 16, body = sizes + 24;  // offsets
constexpr std::size_t labels = body + 20 * image_pixels, inks = labels + 20;

}  // namespace

TEST_CASE("a dataset is restored bit for bit, with or without labels and strokes") {
  Dataset unlabelled = synthetic::synthetic_digits(5, 1);
  unlabelled.labels.clear();
  for (const Dataset& dataset :
       {digits_with_inks(), synthetic::synthetic_digits(12, 1), unlabelled, Dataset()}) {
    const auto back = read_dataset_cache(write_dataset_cache(dataset));
    REQUIRE(back.ok());
    CHECK(back.value().pixels == dataset.pixels);
    CHECK(back.value().labels == dataset.labels);
    CHECK(fingerprint(back.value()) == fingerprint(dataset));
  }
}

TEST_CASE("a cache with any bit changed, or cut anywhere, is an error") {
  auto bytes = write_dataset_cache(digits_with_inks());
  CHECK(error_of(bytes) == "accepted");
  Random random(3);
  for (int trial = 0; trial < 100; ++trial) {
    const std::size_t at = random.below(bytes.size());
    const auto flip = static_cast<std::uint8_t>(1u << random.below(8));
    bytes[at] ^= flip;
    CHECK(error_of(bytes) != "accepted");
    bytes[at] ^= flip;
    CHECK(error_of(std::span(bytes).first(at)) != "accepted");
  }
}

TEST_CASE("each malformed cache has its error, even if the hash is right") {
  const auto with_byte = [](std::size_t at, std::uint8_t value) {
    return error_after([=](auto& bytes) { bytes[at] = value; });
  };
  CHECK(error_after([](auto&) {}) == "accepted");
  CHECK(error_of({}) == invalid + "it is cut short.");
  CHECK(with_byte(0, 'I') == invalid + "it is not from Inkling, or from another version.");
  CHECK(with_byte(sizes, 1) == invalid + "its sizes do not match.");
  CHECK(with_byte(inks, 19) == invalid + "its strokes are incomplete.");
  CHECK(with_byte(inks + 8, 99) == invalid + "its strokes are incomplete.");
  CHECK(with_byte(inks + 15, 255) == invalid + "its strokes are incomplete.");
}

TEST_CASE("a label of no class is an error in a cache, no_class included") {
  for (const int label : {int{no_class}, 11, 255}) {
    CAPTURE(label);
    CHECK(error_after([label](auto& bytes) { bytes[labels + 7] = static_cast<std::uint8_t>(label); }) ==
          invalid + "a label is none of its classes.");
  }
}

TEST_CASE("sizes whose sum overflows are an error") {
  constexpr std::uint64_t most = std::numeric_limits<std::uint64_t>::max();
  const auto with_sizes = [](std::uint64_t pixels, std::uint64_t label_bytes, std::uint64_t ink_bytes) {
    return error_after([=](auto& bytes) {
      const std::uint64_t all[] = {pixels, label_bytes, ink_bytes};
      std::memcpy(bytes.data() + sizes, all, sizeof all);
    });
  };
  const std::uint64_t body_bytes = write_dataset_cache(digits_with_inks()).size() - body - 64;
  const std::string error = invalid + "its sizes do not match.";
  CHECK(with_sizes(most - most % image_pixels, 20, 0) == error);
  CHECK(with_sizes(20 * image_pixels, 20, most) == error);
  CHECK(with_sizes(0, most, body_bytes + 1) == error);  // wraps to the right sum
  CHECK(with_sizes((std::uint64_t{1} << 32) * image_pixels, 0, body_bytes) == error);  // wraps in 32 bits
}

TEST_CASE("a damaged cache says so") {
  auto bytes = write_dataset_cache(digits_with_inks());
  bytes[body + 1] ^= 1;
  CHECK(error_of(bytes) == invalid + "it is damaged.");
}

TEST_CASE("the names of other classes than digits are in the cache") {
  Dataset letters = digits_with_inks();
  letters.classes = {"a", "b", "c", "d", "e", "f", "g", "h", "i", "ä"};
  const auto bytes = write_dataset_cache(letters);
  CHECK(bytes.size() > write_dataset_cache(digits_with_inks()).size());
  const auto restored = read_dataset_cache(bytes);
  REQUIRE(restored.ok());
  CHECK(restored.value().classes == letters.classes);
  CHECK(restored.value().labels == letters.labels);
}
