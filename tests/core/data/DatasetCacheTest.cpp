#include <doctest/doctest.h>

#include <functional>
#include <string>

#include "core/base/Random.h"
#include "core/base/Sha256.h"
#include "core/data/DatasetCache.h"
#include "core/synthetic/SyntheticDigits.h"

using namespace inkling;
using namespace inkling::data;

namespace {

/// Some images with the ink that they were drawn from, some without.
Dataset drawn_digits() {
  Dataset dataset = synthetic::synthetic_digits(20, 3);
  Random random(5);
  dataset.inks.resize(dataset.size());
  for (std::size_t index = 0; index < dataset.size(); index += 2)
    dataset.inks[index] = synthetic::synthetic_digit(dataset.labels[index], random);
  dataset.labels[7] = no_digit;
  return dataset;
}

std::string refusal(std::span<const std::uint8_t> block) {
  const auto read = read_dataset_cache(block);
  return read.ok() ? "accepted" : read.error().message;
}

/// What is said of a block with these bytes changed, and its hash made right again.
std::string refusal_of(const std::function<void(std::vector<std::uint8_t>&)>& change) {
  auto block = write_dataset_cache(drawn_digits());
  block.resize(block.size() - 64);
  change(block);
  const std::string hash = sha256(block);
  block.insert(block.end(), hash.begin(), hash.end());
  return refusal(block);
}

constexpr std::size_t counts = 16, body = counts + 24;  // where they begin

}  // namespace

TEST_CASE("a dataset comes back from its block as it was, with or without labels and inks") {
  Dataset unlabelled = synthetic::synthetic_digits(5, 1);
  unlabelled.labels.clear();
  for (const Dataset& dataset : {drawn_digits(), synthetic::synthetic_digits(12, 1), unlabelled, Dataset()}) {
    const auto back = read_dataset_cache(write_dataset_cache(dataset));
    REQUIRE(back.ok());
    CHECK(back.value().pixels == dataset.pixels);
    CHECK(back.value().labels == dataset.labels);
    CHECK(fingerprint(back.value()) == fingerprint(dataset));
  }
}

TEST_CASE("a block of data with any one bit changed, or cut anywhere, is refused") {
  auto block = write_dataset_cache(drawn_digits());
  CHECK(refusal(block) == "accepted");
  Random random(3);
  for (int trial = 0; trial < 100; ++trial) {
    const std::size_t place = random.below(block.size());
    const auto flip = static_cast<std::uint8_t>(1u << random.below(8));
    block[place] ^= flip;
    CHECK(refusal(block) != "accepted");
    block[place] ^= flip;
    CHECK(refusal(std::span(block).first(place)) != "accepted");
  }
}

TEST_CASE("each malformed block of data is refused with its sentence, even where its hash is right") {
  const std::string begin = "These kept data cannot be used: ";
  const auto number = [](std::size_t place, std::uint8_t value) {
    return refusal_of([=](auto& block) { block[place] = value; });
  };
  CHECK(refusal_of([](auto&) {}) == "accepted");
  CHECK(refusal({}) == begin + "they are cut short.");
  CHECK(number(0, 'I') == begin + "they were not written by Inkling, or by another version.");
  CHECK(number(counts, 1) == begin + "their parts do not fit each other.");
  CHECK(number(counts + 7, 255) == begin + "their parts do not fit each other.");
  CHECK(number(body + 20 * image_pixels, 11) == begin + "a label is no digit.");
  const std::size_t inks = body + 20 * image_pixels + 20;
  CHECK(number(inks, 19) == begin + "their strokes are not whole.");
  CHECK(number(inks + 8, 99) == begin + "their strokes are not whole.");
  CHECK(number(inks + 15, 255) == begin + "their strokes are not whole.");
}

TEST_CASE("a changed block of data says that it has changed") {
  auto block = write_dataset_cache(drawn_digits());
  block[body + 1] ^= 1;
  CHECK(refusal(block) == "These kept data cannot be used: they have changed since they were written.");
}
