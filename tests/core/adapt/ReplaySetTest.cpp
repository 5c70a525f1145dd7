// SPDX-License-Identifier: MIT
#include "core/adapt/ReplaySet.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>

#include "core/synthetic/SyntheticDigits.h"

using namespace inkling;
using namespace inkling::adapt;

TEST_CASE("examples are the replay set, the corrections, and as many augmented ones of each") {
  ThreadPool pool(1);
  ReplaySet replay(12, 4, 1);
  while (replay.advance(pool)) continue;
  const data::Dataset corrections = synthetic::synthetic_digits(5, 3);
  const PatchExamples examples(replay, corrections, {.originals = 5, .augmented = 20}, 1);
  REQUIRE(examples.size() == 37);
  std::array<int, digit_count> augmented{}, expected{};
  for (const std::uint8_t label : corrections.labels) expected[label] += 4;
  std::array<float, image_pixels> floats, expected_floats;
  for (std::size_t index = 0; index < examples.size(); ++index) {
    const std::uint8_t label = examples.load(index, floats);
    if (index < 12) {
      CHECK(examples.kind(index) == PatchExamples::Kind::replay);
      CHECK(label == replay.label(index));
      to_floats(replay.image(index), expected_floats);
      CHECK(floats == expected_floats);
    } else if (index < 17) {
      CHECK(examples.kind(index) == PatchExamples::Kind::original);
      CHECK(label == corrections.labels[index - 12]);
      to_floats(corrections.image(index - 12), expected_floats);
      CHECK(floats == expected_floats);
    } else {
      CHECK(examples.kind(index) == PatchExamples::Kind::augmented);
      ++augmented[label];
    }
  }
  CHECK(augmented == expected);
}

TEST_CASE("fewer originals than corrections are taken evenly") {
  const ReplaySet none(0, 0, 1);
  const data::Dataset corrections = synthetic::synthetic_digits(9, 3);
  const PatchExamples examples(none, corrections, {.originals = 3, .augmented = 1}, 1);
  std::array<float, image_pixels> floats, expected_floats;
  for (std::size_t index = 0; index < 3; ++index) {
    examples.load(index, floats);
    to_floats(corrections.image(3 * index), expected_floats);
    CHECK(floats == expected_floats);
  }
}
