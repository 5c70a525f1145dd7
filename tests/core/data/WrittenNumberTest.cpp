#include <doctest/doctest.h>

#include <algorithm>

#include "core/data/PaperPicture.h"
#include "core/data/SyntheticDigits.h"
#include "core/data/Writers.h"
#include "core/data/WrittenNumber.h"
#include "core/ink/Bounds.h"

using namespace inkling;

namespace {

/// Digits of one stroke each: writer "a" writes even ones, "b" odd ones.
Import two_writers() {
  Import data;
  for (int digit = 0; digit < class_count; ++digit) {
    data.dataset.labels.push_back(static_cast<std::uint8_t>(digit));
    data.dataset.inks.push_back({{{0, 0}, {30.0f + static_cast<float>(digit), 50}, {10, 90}}});
    data.dataset.pixels.resize(data.dataset.labels.size() * image_pixels);
    data.writers.push_back(digit % 2 == 0 ? "a" : "b");
  }
  return data;
}

}  // namespace

TEST_CASE("a number is one writer's, and the same seed writes it again") {
  const auto numbers = written_numbers(two_writers(), 20, 5, Spacing::gaps, Medium::strokes, 3);
  const auto again = written_numbers(two_writers(), 20, 5, Spacing::gaps, Medium::strokes, 3);
  for (std::size_t number = 0; number < numbers.size(); ++number) {
    const std::string& digits = numbers[number].digits;
    CHECK(digits.size() == 5);
    CHECK(std::ranges::all_of(digits, [&](char digit) { return digit % 2 == digits[0] % 2; }));
    CHECK(digits == again[number].digits);
    CHECK(numbers[number].ink[4][2].x == again[number].ink[4][2].x);
  }
}

TEST_CASE("digits stand apart, or reach into each other by up to a tenth of the narrower one") {
  for (const Spacing spacing : {Spacing::gaps, Spacing::overlaps}) {
    for (const auto& number : written_numbers(two_writers(), 50, 4, spacing, Medium::strokes, 5)) {
      for (std::size_t digit = 1; digit < number.ink.size(); ++digit) {
        const Bounds left = bounds_of(number.ink[digit - 1]), right = bounds_of(number.ink[digit]);
        const double overlap = left.right - right.left;
        if (spacing == Spacing::gaps) CHECK(overlap <= -7.9);
        if (spacing == Spacing::overlaps) CHECK(overlap >= -0.01);
        CHECK(overlap <= 0.1 * std::min(left.width(), right.width()) + 0.01);
      }
    }
  }
}

TEST_CASE("pictures of numbers are of both polarities and hold all the ink") {
  const auto numbers = written_numbers(two_writers(), 40, 3, Spacing::gaps, Medium::picture, 1);
  int light = 0;
  for (std::size_t number = 0; number < numbers.size(); ++number) {
    Random random(1, Purpose::pictures, number);
    const GreyImage picture = paper_picture(numbers[number], random);
    CHECK(picture.pixels.size() ==
          static_cast<std::size_t>(picture.width) * static_cast<std::size_t>(picture.height));
    light += picture.at(0, 0) > 100;
  }
  CHECK(light > 5);
  CHECK(light < 35);
}

TEST_CASE("only what some writers wrote is kept, and who wrote nothing is named") {
  const std::vector<std::string> b = {"b"}, nobody = {"a", "tra77"};
  const auto kept = only_writers(two_writers(), b);
  REQUIRE(kept);
  CHECK(kept.value().dataset.labels == std::vector<std::uint8_t>{1, 3, 5, 7, 9});
  CHECK(kept.value().dataset.inks.size() == 5);
  CHECK(kept.value().dataset.size() == 5);
  CHECK(only_writers(two_writers(), nobody).error().message.find("\"tra77\"") != std::string::npos);
  CHECK_FALSE(only_writers(Import(), b));
}
