#include "core/adapt/PatchExamples.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>

#include "core/synthetic/SyntheticDigits.h"

using namespace inkling;
using namespace inkling::adapt;

TEST_CASE("examples are what is rehearsed, corrections as they are, and each as often changed") {
  ThreadPool pool(1);
  ReplaySet replay(12, 4, 1);
  while (replay.advance(pool)) continue;
  const data::Dataset corrections = synthetic::synthetic_digits(5, 3);
  const PatchExamples examples(replay, corrections, {.as_they_are = 5, .changed = 20}, 1);
  REQUIRE(examples.size() == 37);
  std::array<int, class_count> changed{}, expected{};
  for (const std::uint8_t label : corrections.labels) expected[label] += 4;
  std::array<float, image_pixels> floats, same;
  for (std::size_t place = 0; place < examples.size(); ++place) {
    const std::uint8_t label = examples.load(place, floats);
    if (place < 12) {
      CHECK(examples.kind(place) == PatchExamples::Kind::rehearsed);
      CHECK(label == replay.label(place));
      to_floats(replay.image(place), same);
      CHECK(floats == same);
    } else if (place < 17) {
      CHECK(examples.kind(place) == PatchExamples::Kind::as_it_is);
      CHECK(label == corrections.labels[place - 12]);
      to_floats(corrections.image(place - 12), same);
      CHECK(floats == same);
    } else {
      CHECK(examples.kind(place) == PatchExamples::Kind::changed);
      ++changed[label];
    }
  }
  CHECK(changed == expected);
}
