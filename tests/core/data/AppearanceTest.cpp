// SPDX-License-Identifier: MIT
#include "core/data/Appearance.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdint>
#include <functional>
#include <utility>

#include "core/synthetic/SyntheticDigits.h"

using namespace inkling;
using namespace inkling::data;

namespace {

Dataset digits(std::size_t images = 60) {
  return synthetic::synthetic_digits(images, 3);
}

/// The digits with the pixel of each image's column x and row y at place(x, y).
Dataset moved(const std::function<int(int x, int y)>& place) {
  Dataset dataset = digits();
  const Dataset upright = dataset;
  for (std::size_t index = 0; index < dataset.size(); ++index) {
    for (int pixel = 0; pixel < image_pixels; ++pixel) {
      const auto to = static_cast<std::size_t>(place(pixel % image_side, pixel / image_side));
      dataset.pixels[index * image_pixels + to] = upright.image(index)[static_cast<std::size_t>(pixel)];
    }
  }
  return dataset;
}

constexpr int last = image_side - 1;

int at(int x, int y) {
  return y * image_side + x;
}

}  // namespace

TEST_CASE("ordinary digits are upright and light on dark") {
  const Appearance appearance = find_appearance(digits());
  CHECK_FALSE(appearance.inverted);
  CHECK(appearance.orientation == Orientation::upright);
}

TEST_CASE("each orientation is recognised, inverted or not") {
  const std::pair<Orientation, std::function<int(int, int)>> orientations[] = {
      {Orientation::transposed, [](int x, int y) { return at(y, x); }},
      {Orientation::mirrored, [](int x, int y) { return at(last - x, y); }},
      {Orientation::upside_down, [](int x, int y) { return at(x, last - y); }},
      {Orientation::turned_90, [](int x, int y) { return at(last - y, x); }},
      {Orientation::turned_180, [](int x, int y) { return at(last - x, last - y); }},
      {Orientation::turned_270, [](int x, int y) { return at(y, last - x); }},
      {Orientation::transversed, [](int x, int y) { return at(last - y, last - x); }}};
  for (const auto& [orientation, place] : orientations) {
    CAPTURE(name_of(orientation));
    Dataset dataset = moved(place);
    CHECK(find_appearance(dataset).orientation == orientation);
    invert(dataset);
    CHECK(find_appearance(dataset).orientation == orientation);
    CHECK(find_appearance(dataset).inverted);
  }
}

TEST_CASE("few images, or those without labels, say nothing of their orientation") {
  Dataset dataset = moved([](int x, int y) { return at(y, x); });
  dataset.labels.clear();
  CHECK(find_appearance(dataset).orientation == Orientation::upright);
  Dataset few = digits(15);
  transpose(few);
  CHECK(find_appearance(few).orientation == Orientation::upright);
  CHECK_FALSE(find_appearance(Dataset()).inverted);
}

TEST_CASE("images that are inverted or transposed twice are as before, without their strokes") {
  Dataset dataset = digits();
  const Dataset before = dataset;
  dataset.inks.resize(dataset.size());
  invert(dataset);
  CHECK(dataset.pixels.front() == 255 - before.pixels.front());
  CHECK(dataset.inks.empty());
  invert(dataset);
  CHECK(dataset.pixels == before.pixels);
  transpose(dataset);
  CHECK(dataset.image(1)[5 * image_side + 7] == before.image(1)[7 * image_side + 5]);
  transpose(dataset);
  CHECK(dataset.pixels == before.pixels);
}

TEST_CASE("the images tell whether labels from 1 to 10 are one too high") {
  Dataset dataset = digits();
  CHECK_FALSE(labels_count_from_one(dataset));
  for (std::uint8_t& label : dataset.labels) label = static_cast<std::uint8_t>((label + 1) % digit_count);
  CHECK(labels_count_from_one(dataset));
}
