// SPDX-License-Identifier: MIT
#include "core/synthetic/Collages.h"

#include <doctest/doctest.h>

using namespace inkling;
using namespace inkling::synthetic;

namespace {

const std::vector<ink::Ink> sources = {
    {{{0, 0}, {0, 40}}, {{5, 5}}}, {}, {{{100, 100}, {900, 100}, {900, 500}}}};

}  // namespace

TEST_CASE("a collage has two to five strokes of the sources, of a usual size") {
  Random random(1);
  for (int drawing = 0; drawing < 50; ++drawing) {
    const ink::Ink ink = collage(sources, random);
    CHECK(ink.size() >= 2);
    CHECK(ink.size() <= 5);
    for (const ink::Stroke& stroke : ink) CHECK(stroke.size() >= 2);
    CHECK(ink::bounds_of(ink).longest_side() <= 160);
  }
}

TEST_CASE("collages are no digits, and a smaller set is the beginning of a larger one") {
  const data::Dataset five = synthetic_collages(sources, 5, 3), eight = synthetic_collages(sources, 8, 3);
  REQUIRE(eight.size() == 8);
  CHECK(eight.labels == std::vector<std::uint8_t>(8, no_class));
  CHECK(std::ranges::equal(five.image(4), eight.image(4)));
  CHECK_FALSE(std::ranges::equal(eight.image(4), eight.image(5)));
  CHECK_FALSE(std::ranges::equal(synthetic_collages(sources, 5, 4).image(4), five.image(4)));
}

TEST_CASE("without strokes there is nothing to make collages of") {
  CHECK(synthetic_collages({}, 5, 1).size() == 0);
  Random random(1);
  const std::vector<ink::Ink> dots = {{{{5, 5}}}, {}};
  CHECK(collage(dots, random).empty());
}
