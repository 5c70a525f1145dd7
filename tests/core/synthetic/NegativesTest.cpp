// SPDX-License-Identifier: MIT
#include "core/synthetic/Negatives.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

#include "core/ink/Render.h"
#include "core/synthetic/Templates.h"

using namespace inkling;
using namespace inkling::synthetic;

namespace {

bool has_ink(const DigitImage& image) {
  return std::any_of(image.begin(), image.end(), [](std::uint8_t pixel) { return pixel > 0; });
}

std::size_t inked_pixels(const DigitImage& image) {
  return static_cast<std::size_t>(
      std::count_if(image.begin(), image.end(), [](std::uint8_t pixel) { return pixel > 0; }));
}

}  // namespace

TEST_CASE("negatives are labelled as no digit, and their kinds alternate") {
  const data::Dataset dataset = synthetic_negatives(100, 1);
  CHECK(dataset.size() == 100);
  CHECK(dataset.labels == std::vector<std::uint8_t>(100, no_class));
  CHECK(data::class_image_count(dataset) == 0);
  std::array<int, negative_kinds.size()> counts{};
  for (std::size_t index = 0; index < dataset.size(); ++index)
    ++counts[static_cast<std::size_t>(negative_kind(index))];
  for (const int count : counts) CHECK((count == 16 || count == 17));
  CHECK(synthetic_negatives(0, 1).size() == 0);
}

TEST_CASE(
    "with one seed a smaller set is the beginning of a larger one, and another seed gives another set") {
  const data::Dataset more = synthetic_negatives(60, 1), fewer = synthetic_negatives(25, 1),
                      other = synthetic_negatives(60, 2);
  CHECK(std::equal(fewer.pixels.begin(), fewer.pixels.end(), more.pixels.begin()));
  for (std::size_t index = 0; index < more.size(); ++index) {
    if (negative_kind(index) != NegativeKind::blank)
      CHECK(!std::ranges::equal(more.image(index), other.image(index)));
  }
}

TEST_CASE("a drawn negative has its strokes, and its image is those strokes rendered with some pen width") {
  Random random(3);
  for (const NegativeKind kind : negative_kinds) {
    CAPTURE(name_of(kind));
    int with_ink = 0;
    for (int round = 0; round < 60; ++round) {
      const Negative negative = draw_negative(kind, random);
      if (negative.ink.empty()) continue;
      ++with_ink;
      for (const ink::Stroke& stroke : negative.ink) {
        REQUIRE(!stroke.empty());
        for (const ink::Point point : stroke) REQUIRE((std::isfinite(point.x) && std::isfinite(point.y)));
      }
      const DigitImage narrow = *ink::render(negative.ink, {.relative_pen_width = 0.07f}),
                       wide = *ink::render(negative.ink, {.relative_pen_width = 0.16f});
      CHECK(inked_pixels(negative.image) >= inked_pixels(narrow) * 9 / 10);
      CHECK(inked_pixels(negative.image) <= inked_pixels(wide) * 11 / 10);
    }
    if (kind == NegativeKind::noise) {
      CHECK(with_ink == 0);
    } else if (kind == NegativeKind::blank) {
      CHECK((with_ink > 5 && with_ink < 40));  // sometimes a dot
    } else {
      CHECK(with_ink == 60);
    }
  }
}

TEST_CASE("blank paper has at most a few specks, and sometimes none") {
  Random random(5);
  int empty = 0;
  for (int round = 0; round < 100; ++round) {
    const Negative negative = draw_negative(NegativeKind::blank, random);
    empty += !has_ink(negative.image);
    CHECK(inked_pixels(negative.image) <= 25);
  }
  CHECK(empty > 0);
}

TEST_CASE("every non-digit template is within 100 units, and neighbouring points differ") {
  CHECK(non_digit_templates().size() > 40);
  for (const ink::Ink& form : non_digit_templates()) {
    for (const ink::Stroke& stroke : form) {
      REQUIRE(!stroke.empty());
      for (std::size_t point = 0; point < stroke.size(); ++point) {
        CHECK((stroke[point].x >= 0 && stroke[point].x <= 100));
        CHECK((stroke[point].y >= 0 && stroke[point].y <= 100));
        if (point > 0)
          CHECK(std::hypot(stroke[point].x - stroke[point - 1].x, stroke[point].y - stroke[point - 1].y) > 1);
      }
    }
  }
}

TEST_CASE("every kind has a name") {
  CHECK(name_of(NegativeKind::scribble) == "scribble");
  CHECK(name_of(NegativeKind::two_digits) == "two digits");
  CHECK(name_of(NegativeKind::blank) == "blank");
}
