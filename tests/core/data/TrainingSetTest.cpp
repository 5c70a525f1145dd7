// SPDX-License-Identifier: MIT
#include "core/data/TrainingSet.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <numeric>
#include <set>

#include "core/synthetic/Negatives.h"
#include "core/synthetic/SyntheticDigits.h"

using namespace inkling;
using namespace inkling::data;

namespace {

void add_strokes(TrainingSet& set, int count, int writers) {
  Dataset strokes;
  std::vector<std::string> names;
  for (int index = 0; index < count; ++index) {
    strokes.pixels.resize(strokes.pixels.size() + image_pixels);
    strokes.labels.push_back(static_cast<std::uint8_t>(index % digit_count));
    strokes.inks.push_back({{{0, 0}, {1, 1}}});
    names.push_back(writers > 0 ? "writer" + std::to_string(index % writers) : "");
  }
  add_source(set, "strokes", std::move(strokes), std::move(names));
}

Dataset images(std::size_t count) {
  return synthetic::synthetic_digits(count, 1);
}

TrainingSet mixed(int writers) {
  TrainingSet set;
  add_source(set, "images", images(200));
  add_strokes(set, 100, writers);
  return set;
}

}  // namespace

TEST_CASE("a share of the writers is held out, and no writer is in both parts") {
  const TrainingSet set = mixed(10);
  const Split parts = split(set, 0.2, 5);
  const Source& strokes = set.sources[1];
  const auto writers_of = [&](const std::vector<std::uint32_t>& indices) {
    std::set<std::string> writers;
    for (const std::uint32_t index : indices_in(strokes, indices))
      writers.insert(strokes.writers[index - strokes.begin]);
    return writers;
  };
  const auto training = writers_of(parts.training), validating = writers_of(parts.validation);
  CHECK(training.size() == 8);
  CHECK(validating.size() == 2);
  for (const std::string& writer : validating) CHECK(!training.contains(writer));
  CHECK(split(set, 0.2, 6).validation != parts.validation);
}

TEST_CASE("the share of each source is held out, and every image is in exactly one part") {
  for (const int writers : {0, 1, 10}) {
    const TrainingSet set = mixed(writers);
    const Split parts = split(set, 0.2, 5);
    CHECK(indices_in(set.sources[0], parts.validation).size() == 40);
    CHECK(indices_in(set.sources[1], parts.validation).size() == 20);
    std::vector<std::uint32_t> all = parts.training;
    all.insert(all.end(), parts.validation.begin(), parts.validation.end());
    CHECK(std::set<std::uint32_t>(all.begin(), all.end()).size() == 300);
    CHECK(all.size() == 300);
    CHECK(split(set, 0, 5).validation.empty());
  }
}

TEST_CASE("a single source without writers is split like its dataset") {
  TrainingSet set;
  add_source(set, "images", images(200));
  CHECK(split(set, 0.2, 5).training == split(set.dataset, 0.2, 5).training);
}

TEST_CASE("images before and after strokes keep their indices") {
  TrainingSet set = mixed(3);
  add_source(set, "more", images(50));
  CHECK(set.dataset.inks.size() == 350);
  CHECK(!set.dataset.has_strokes(199));
  CHECK(set.dataset.has_strokes(200));
  CHECK(!set.dataset.has_strokes(300));
  CHECK(set.sources[2].begin == 300);
}

TEST_CASE("only digits with strokes are oversampled") {
  const TrainingSet set = mixed(10);
  std::vector<std::uint32_t> indices = {3, 210, 7, 220};
  oversample_stroke_images(indices, set.dataset, 3);
  CHECK(indices == std::vector<std::uint32_t>{3, 210, 7, 220, 210, 220, 210, 220});
}

TEST_CASE("images of rare classes are repeated up to ten times, negatives are not") {
  Dataset dataset;
  dataset.classes = {"A", "B", "C", "D"};
  dataset.labels.assign(25, 0);
  dataset.labels.insert(dataset.labels.end(), {1, 1, 1, 2, no_class});
  dataset.pixels.resize(dataset.labels.size() * image_pixels);
  std::vector<std::uint32_t> indices(dataset.size());
  std::iota(indices.begin(), indices.end(), 0u);
  const std::vector<std::uint32_t> before = indices;
  balance_classes(indices, dataset);
  CHECK(std::equal(before.begin(), before.end(), indices.begin()));
  const auto count = [&](std::uint32_t index) { return std::ranges::count(indices, index); };
  CHECK(count(0) == 1);
  CHECK(count(25) == 9);
  CHECK(count(26) == 8);
  CHECK(count(28) == 10);
  CHECK(count(29) == 1);
  CHECK(indices.size() == 25 + 25 + 10 + 1);
}

TEST_CASE("negatives are all for training, are not oversampled and don't change how digits are split") {
  TrainingSet set = mixed(10);
  const Split before = split(set, 0.2, 5);
  add_negatives(set, synthetic::synthetic_negatives(12, 1));
  CHECK(set.dataset.size() == 312);
  CHECK(class_image_count(set.dataset) == 300);
  Split parts = split(set, 0.2, 5);
  CHECK(parts.validation == before.validation);
  CHECK(parts.training.size() == before.training.size() + 12);
  CHECK(std::equal(before.training.begin(), before.training.end(), parts.training.begin()));
  oversample_stroke_images(parts.training, set.dataset, 3);
  const auto negatives =
      std::count_if(parts.training.begin(), parts.training.end(),
                    [&](std::uint32_t index) { return set.dataset.labels[index] == no_class; });
  CHECK(negatives == 12);
}
