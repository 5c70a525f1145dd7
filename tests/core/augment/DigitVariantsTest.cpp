// SPDX-License-Identifier: MIT
#include "core/augment/DigitVariants.h"

#include <doctest/doctest.h>

#include <cstddef>
#include <set>

using namespace inkling;

namespace {

const ink::Ink hook = {{{0, 30}, {40, 0}, {45, 50}, {38, 100}}};

ink::Ink varied(std::uint8_t label, std::uint64_t seed) {
  ink::Ink ink = hook;
  Random random(seed);
  augment::add_variant(ink, label, random);
  return ink;
}

}  // namespace

TEST_CASE("a 1 gets a foot, a flag or both, or becomes a straight line from top to bottom") {
  std::set<std::size_t> stroke_counts;
  bool straight = false;
  for (std::uint64_t seed = 0; seed < 40; ++seed) {
    const ink::Ink one = varied(1, seed);
    stroke_counts.insert(one.size());
    if (one.size() > 1) continue;
    straight = true;
    const ink::Bounds box = ink::bounds_of(one);
    CHECK(box.left == 38);
    CHECK(box.right == 40);
    CHECK(box.height() == 100);
  }
  CHECK(straight);
  CHECK(stroke_counts == std::set<std::size_t>{1, 2, 3});
}

TEST_CASE("0 and 7 gain a stroke, other digits stay") {
  CHECK(varied(0, 1).size() == 2);
  CHECK(varied(7, 1).size() == 2);
  CHECK(varied(3, 1).size() == 1);
}
