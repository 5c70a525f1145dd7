// SPDX-License-Identifier: MIT
#include "core/synthetic/ClassNegatives.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "core/ink/Render.h"

using namespace inkling;
using namespace inkling::synthetic;

namespace {

/// A bar, an L and an arch, drawn with a little noise, with their strokes or without.
data::Dataset three_symbols(bool strokes) {
  data::Dataset dataset;
  dataset.classes = {"I", "L", "arch"};
  for (std::uint8_t label = 0; label < 30; ++label) {
    Random random(label);
    ink::Ink ink = {{{0, 0}, {0, 100}}};
    if (label % 3 == 1) ink = {{{0, 0}, {0, 100}, {60, 100}}};
    if (label % 3 == 2) ink = {{{0, 100}, {0, 0}, {60, 0}, {60, 100}}};
    for (ink::Point& point : ink[0]) point = {point.x + 3 * random.normal(), point.y + 3 * random.normal()};
    const DigitImage image = *ink::render(ink);
    dataset.pixels.insert(dataset.pixels.end(), image.begin(), image.end());
    dataset.labels.push_back(label % 3);
    if (strokes) dataset.inks.push_back(std::move(ink));
  }
  return dataset;
}

}  // namespace

TEST_CASE("negatives of any classes are of five kinds, labelled as no class, and repeat with the seed") {
  for (const bool strokes : {true, false}) {
    const data::Dataset dataset = three_symbols(strokes);
    const data::Dataset negatives = class_negatives(dataset, 50, 7);
    REQUIRE(negatives.size() == 50);
    CHECK(std::ranges::count(negatives.labels, no_class) == 50);
    CHECK(class_negatives(dataset, 20, 7).pixels ==
          std::vector<std::uint8_t>(negatives.pixels.begin(), negatives.pixels.begin() + 20 * image_pixels));
    CHECK(class_negatives(dataset, 20, 8).pixels != class_negatives(dataset, 20, 7).pixels);
  }
  CHECK(name_of(class_negative_kind(1)) == "two symbols");
}

TEST_CASE("a part of a symbol that looks like a symbol is no negative") {
  data::Dataset bars;
  bars.classes = {"upright", "level"};
  for (int index = 0; index < 20; ++index) {
    Random random(static_cast<std::uint64_t>(index));
    ink::Ink ink(1);
    for (int point = 0; point <= 20; ++point) {
      const float along = 5.0f * static_cast<float>(point), across = random.normal();
      ink[0].push_back(index % 2 == 0 ? ink::Point{across, along} : ink::Point{along, across});
    }
    const DigitImage image = *ink::render(ink);
    bars.pixels.insert(bars.pixels.end(), image.begin(), image.end());
    bars.labels.push_back(static_cast<std::uint8_t>(index % 2));
    bars.inks.push_back(std::move(ink));
  }
  const ClassNegatives negatives(bars);
  int bars_again = 0;
  for (int index = 0; index < 20; ++index) {
    Random random(static_cast<std::uint64_t>(index));
    const ink::Bounds box = ink::bounds_of(negatives.draw(ClassNegativeKind::part, random).ink);
    bars_again += std::min(box.width(), box.height()) < 0.15 * box.longest_side();
  }
  CHECK(bars_again < 8);  // of 20, all of which are bars
}

TEST_CASE("two symbols are wider than one, with the strokes of both") {
  const data::Dataset dataset = three_symbols(true);
  const ClassNegatives negatives(dataset);
  int pairs = 0;
  for (int index = 0; index < 20; ++index) {
    Random random(static_cast<std::uint64_t>(index));
    const Negative negative = negatives.draw(ClassNegativeKind::two_symbols, random);
    pairs += negative.ink.size() == 2;
  }
  CHECK(pairs > 10);
}
