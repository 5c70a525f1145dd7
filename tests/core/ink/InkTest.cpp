// SPDX-License-Identifier: MIT
#include "core/ink/Ink.h"

#include <doctest/doctest.h>

#include <vector>

using namespace inkling;

TEST_CASE("inks survive serialization, and different inks have different bytes") {
  const ink::Ink five = {{{40, 0}, {5, 0}, {0, 45}, {30, 35}, {45, 60}, {30, 85}, {0, 80}}};
  const std::vector<ink::Ink> inks = {five, {}, {{{1, 2}}, {{3, 4}, {5, 6}}}},
                              others = {five, {}, {{{1, 2}, {3, 4}}, {{5, 6}}}};
  CHECK(ink::serialize_inks(ink::deserialize_inks(ink::serialize_inks(inks))) == ink::serialize_inks(inks));
  CHECK(ink::deserialize_inks(ink::serialize_inks(inks))[2][1].size() == 2);
  CHECK(ink::serialize_inks(inks) != ink::serialize_inks(others));
}
