// SPDX-License-Identifier: MIT
#include "core/data/Split.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <numeric>

#include "core/base/Random.h"

using namespace inkling;
using namespace inkling::data;

namespace {

Dataset labelled(std::vector<std::uint8_t> labels) {
  Dataset dataset;
  dataset.pixels.resize(labels.size() * image_pixels);
  dataset.labels = std::move(labels);
  return dataset;
}

Dataset random_labels(std::size_t images, Random& random) {
  std::vector<std::uint8_t> labels(images);
  // Uneven digits, some of them rare or absent.
  for (std::uint8_t& label : labels)
    label = static_cast<std::uint8_t>(random.below(1 + random.below(digit_count)));
  return labelled(std::move(labels));
}

}  // namespace

TEST_CASE("a split contains every image exactly once") {
  Random random(1);
  for (const double share : {0.0, 0.1, 0.2, 0.5, 0.9}) {
    const Dataset dataset = random_labels(517, random);
    const Split parts = split(dataset, share, 3);
    std::vector<std::uint32_t> all = parts.training;
    all.insert(all.end(), parts.validation.begin(), parts.validation.end());
    std::sort(all.begin(), all.end());
    std::vector<std::uint32_t> expected(dataset.size());
    std::iota(expected.begin(), expected.end(), 0u);
    CHECK(all == expected);
  }
}

TEST_CASE("a split holds out the share of all images to the nearest, and of each digit to within one") {
  Random random(2);
  for (int draw = 0; draw < 50; ++draw) {
    const Dataset dataset = random_labels(1 + random.below(700), random);
    const double share = 0.9 * static_cast<double>(random.uniform());
    const Split parts = split(dataset, share, 5);
    const auto target = std::llround(static_cast<double>(dataset.size()) * share);
    CHECK(std::llabs(static_cast<long long>(parts.validation.size()) - target) == 0);
    const auto images = label_histogram(dataset.labels, digit_count);
    const auto held_out = label_histogram(select(dataset, parts.validation).labels, digit_count);
    for (std::size_t digit = 0; digit < digit_count; ++digit) {
      const double exact = static_cast<double>(images[digit]) * share;
      CHECK(std::abs(static_cast<double>(held_out[digit]) - exact) < 1);
    }
  }
}

TEST_CASE("a split of 42,000 at 0.2 is 33,600 and 8,400") {
  Random random(3);
  const Split parts = split(random_labels(42000, random), 0.2, 1);
  CHECK(parts.training.size() == 33600);
  CHECK(parts.validation.size() == 8400);
}

TEST_CASE("the seed alone decides the split") {
  Random random(4);
  const Dataset dataset = random_labels(300, random);
  const Split parts = split(dataset, 0.2, 7);
  CHECK(split(dataset, 0.2, 7).training == parts.training);
  CHECK(split(dataset, 0.2, 7).validation == parts.validation);
  CHECK(split(dataset, 0.2, 8).validation != parts.validation);
}

TEST_CASE("with nothing held out, all images are for training, in shuffled order") {
  Random random(5);
  const Split parts = split(random_labels(100, random), 0, 7);
  CHECK(parts.validation.empty());
  CHECK(parts.training.size() == 100);
  CHECK_FALSE(std::is_sorted(parts.training.begin(), parts.training.end()));
}

TEST_CASE("images that show no digit are all for training") {
  Dataset dataset = labelled({1, no_class, 1, 1, no_class, 1});
  const Split parts = split(dataset, 0.5, 1);
  CHECK(parts.validation.size() == 2);
  CHECK(parts.training.size() == 4);
  CHECK(label_histogram(select(dataset, parts.validation).labels, digit_count)[1] == 2);
}

TEST_CASE("a histogram counts digits only") {
  const auto histogram = label_histogram(std::vector<std::uint8_t>{0, 9, no_class, 255, 9}, digit_count);
  CHECK(histogram[0] == 1);
  CHECK(histogram[9] == 2);
  CHECK(std::accumulate(histogram.begin(), histogram.end(), std::size_t{0}) == 3);
}

TEST_CASE("both parts mix the digits of a sorted file") {
  std::vector<std::uint8_t> sorted(1000);
  for (std::size_t index = 0; index < sorted.size(); ++index)
    sorted[index] = static_cast<std::uint8_t>(index / 100);
  const Dataset dataset = labelled(std::move(sorted));
  const Split parts = split(dataset, 0.3, 1);
  for (const auto* part : {&parts.training, &parts.validation}) {
    const auto first = label_histogram(select(dataset, std::span(*part).first(100)).labels, digit_count);
    CHECK(std::count(first.begin(), first.end(), 0u) == 0);
  }
}
