// SPDX-License-Identifier: MIT
#include "core/synthetic/SyntheticDigits.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <limits>

#include "core/synthetic/Templates.h"

using namespace inkling;
using namespace inkling::synthetic;

namespace {

int distance(std::span<const std::uint8_t, image_pixels> a, std::span<const std::uint8_t, image_pixels> b) {
  int sum = 0;
  for (std::size_t pixel = 0; pixel < a.size(); ++pixel) sum += std::abs(a[pixel] - b[pixel]);
  return sum;
}

std::uint8_t label_of_nearest(const data::Dataset& known, std::span<const std::uint8_t, image_pixels> image) {
  int min_distance = std::numeric_limits<int>::max();
  std::size_t nearest = 0;
  for (std::size_t i = 0; i < known.size(); ++i) {
    const int current = distance(known.image(i), image);
    if (current < min_distance) min_distance = current, nearest = i;
  }
  return known.labels[nearest];
}

}  // namespace

TEST_CASE("every digit is equally frequent, in random order") {
  const data::Dataset dataset = synthetic_digits(200, 1);
  CHECK(dataset.size() == 200);
  CHECK(dataset.labels.size() == 200);
  for (const std::size_t count : data::label_histogram(dataset.labels, digit_count)) CHECK(count == 20);
  CHECK_FALSE(std::is_sorted(dataset.labels.begin(), dataset.labels.end()));
  const data::Dataset uneven = synthetic_digits(25, 1);
  for (const std::size_t count : data::label_histogram(uneven.labels, digit_count))
    CHECK((count == 2 || count == 3));
}

TEST_CASE("the same seed gives the same digits, another seed different ones") {
  const data::Dataset first = synthetic_digits(50, 1), again = synthetic_digits(50, 1),
                      other = synthetic_digits(50, 2);
  CHECK(first.pixels == again.pixels);
  CHECK(first.labels == again.labels);
  CHECK(first.pixels != other.pixels);
}

TEST_CASE("zero images give an empty dataset") {
  CHECK(synthetic_digits(0, 1).size() == 0);
}

TEST_CASE("a digit is different each time, and within its bounds") {
  Random random(4);
  for (int label = 0; label < digit_count; ++label) {
    const ink::Ink first = synthetic_digit(label, random), second = synthetic_digit(label, random);
    CHECK(first.front().front().x != second.front().front().x);
    for (const ink::Stroke& stroke : first) {
      REQUIRE_FALSE(stroke.empty());
      for (const ink::Point point : stroke) {
        REQUIRE(std::abs(point.x) < 120.0f);
        REQUIRE(std::abs(point.y) < 80.0f);
      }
    }
  }
}

TEST_CASE("each digit has several templates") {
  for (int label = 0; label < digit_count; ++label) CHECK(digit_templates(label).size() >= 3);
}

TEST_CASE("digits of one label look alike: the nearest of a thousand others has the same label") {
  const data::Dataset known = synthetic_digits(1000, 1), queries = synthetic_digits(200, 2);
  int correct = 0;
  for (std::size_t i = 0; i < queries.size(); ++i)
    correct += label_of_nearest(known, queries.image(i)) == queries.labels[i];
  CHECK(correct >= 190);
}
