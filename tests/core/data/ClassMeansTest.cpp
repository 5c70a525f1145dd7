// SPDX-License-Identifier: MIT
#include "core/data/ClassMeans.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "core/data/LabelOverrides.h"

using namespace inkling;
using namespace inkling::data;

namespace {

void add(Dataset& dataset, std::uint8_t label, std::uint8_t ink) {
  dataset.labels.push_back(label);
  dataset.pixels.insert(dataset.pixels.end(), image_pixels, ink);
  dataset.pixels.back() = 255;
}

std::uint8_t first_pixel(const std::vector<std::uint8_t>& means, std::size_t digit) {
  return means[digit * image_pixels];
}

}  // namespace

TEST_CASE("the mean image of a digit is rounded to the nearest byte") {
  Dataset dataset;
  add(dataset, 3, 10);
  add(dataset, 7, 200);
  add(dataset, 3, 21);
  const auto means = class_means(dataset, dataset.labels);
  REQUIRE(means.size() == 10 * image_pixels);
  CHECK(first_pixel(means, 3) == 16);
  CHECK(first_pixel(means, 7) == 200);
  CHECK(means[4 * image_pixels - 1] == 255);
}

TEST_CASE("the mean image of a digit without images is blank") {
  Dataset dataset;
  add(dataset, 0, 255);
  const auto means = class_means(dataset, dataset.labels);
  CHECK(std::all_of(means.begin() + image_pixels, means.end(), [](int ink) { return ink == 0; }));
  dataset.labels = {excluded};
  CHECK(class_means(dataset, dataset.labels) == std::vector<std::uint8_t>(10 * image_pixels));
}

TEST_CASE("the sum of many images does not overflow") {
  Dataset dataset;
  for (int image = 0; image < 2000; ++image) add(dataset, 9, 255);
  CHECK(first_pixel(class_means(dataset, dataset.labels), 9) == 255);
}
