// SPDX-License-Identifier: MIT
#include "core/data/Duplicates.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "core/base/Random.h"
#include "core/synthetic/SyntheticDigits.h"

using namespace inkling;
using namespace inkling::data;

namespace {

void add_copy(Dataset& dataset, std::size_t row, std::uint8_t label) {
  const auto image = dataset.image(row);
  const std::vector<std::uint8_t> pixels(image.begin(), image.end());
  dataset.pixels.insert(dataset.pixels.end(), pixels.begin(), pixels.end());
  dataset.labels.push_back(label);
}

/// Adds noise to the ink of the last image.
void add_noise_to_last(Dataset& dataset, Random& random) {
  for (std::size_t at = dataset.pixels.size() - image_pixels; at < dataset.pixels.size(); ++at) {
    const int ink = dataset.pixels[at] + static_cast<int>(random.below(11)) - 5;
    if (dataset.pixels[at] > 0) dataset.pixels[at] = static_cast<std::uint8_t>(std::clamp(ink, 0, 255));
  }
}

}  // namespace

TEST_CASE("identical images are one group, whatever their labels") {
  Dataset dataset = synthetic::synthetic_digits(200, 1);
  add_copy(dataset, 17, 3);
  add_copy(dataset, 90, 4);
  add_copy(dataset, 17, 5);
  const auto groups = find_duplicates(dataset);
  REQUIRE(groups.size() == 2);
  CHECK(groups[0].rows == std::vector<std::uint32_t>{17, 200, 202});
  CHECK(groups[1].rows == std::vector<std::uint32_t>{90, 201});
  CHECK(groups[0].identical);
}

TEST_CASE("near-duplicates are found and are not called identical") {
  Dataset dataset = synthetic::synthetic_digits(500, 2);
  Random random(3);
  for (std::size_t row = 0; row < 50; ++row) {
    add_copy(dataset, row, dataset.labels[row]);
    add_noise_to_last(dataset, random);
  }
  const auto groups = find_duplicates(dataset);
  CHECK(groups.size() >= 49);
  for (const DuplicateGroup& group : groups) {
    CHECK_FALSE(group.identical);
    CHECK(group.rows.back() == group.rows.front() + 500);
  }
}

TEST_CASE("different handwritten digits are not duplicates") {
  CHECK(find_duplicates(synthetic::synthetic_digits(2000, 4)).empty());
  CHECK(find_duplicates(Dataset()).empty());
}

TEST_CASE("many blank images are one group and take little time") {
  Dataset dataset;
  dataset.pixels.resize(20'000 * image_pixels);
  const auto groups = find_duplicates(dataset);
  REQUIRE(groups.size() == 1);
  CHECK(groups[0].rows.size() == 20'000);
}
