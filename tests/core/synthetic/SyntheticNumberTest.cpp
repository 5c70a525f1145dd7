// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include <algorithm>

#include "core/ink/Ink.h"
#include "core/synthetic/SyntheticDigits.h"
#include "core/synthetic/SyntheticNumber.h"

using namespace inkling;
using namespace inkling::synthetic;

namespace {

/// Ten digits of one stroke each: writer "a" wrote the even ones, "b" the odd ones.
struct TwoWriters {
  data::Dataset dataset;
  std::vector<std::string> names;
};

TwoWriters two_writers() {
  TwoWriters data;
  for (int digit = 0; digit < digit_count; ++digit) {
    data.dataset.labels.push_back(static_cast<std::uint8_t>(digit));
    data.dataset.inks.push_back({{{0, 0}, {30.0f + static_cast<float>(digit), 50}, {10, 90}}});
    data.dataset.pixels.resize(data.dataset.labels.size() * image_pixels);
    data.names.push_back(digit % 2 == 0 ? "a" : "b");
  }
  return data;
}

std::vector<SyntheticNumber> numbers_by_two_writers(std::size_t count, const NumberOptions& options) {
  const TwoWriters data = two_writers();
  return synthetic_numbers(data.dataset, data.names, count, options);
}

}  // namespace

TEST_CASE("all digits of a number are one writer's, and the same seed gives the same numbers") {
  const NumberOptions options{.digits = 5, .seed = 3};
  const auto numbers = numbers_by_two_writers(20, options), again = numbers_by_two_writers(20, options);
  for (std::size_t number = 0; number < numbers.size(); ++number) {
    const std::string& digits = numbers[number].digits;
    CHECK(digits.size() == 5);
    CHECK(std::ranges::all_of(digits, [&](char digit) { return digit % 2 == digits[0] % 2; }));
    CHECK(digits == again[number].digits);
    CHECK(numbers[number].ink[4][2].x == again[number].ink[4][2].x);
  }
}

TEST_CASE("digits have gaps between them, or overlap by up to a tenth of the narrower one") {
  for (const Spacing spacing : {Spacing::gaps, Spacing::overlaps}) {
    for (const auto& number : numbers_by_two_writers(50, {.digits = 4, .spacing = spacing, .seed = 5})) {
      for (std::size_t digit = 1; digit < number.ink.size(); ++digit) {
        const ink::Bounds left = ink::bounds_of(number.ink[digit - 1]),
                          right = ink::bounds_of(number.ink[digit]);
        const double overlap = left.right - right.left;
        if (spacing == Spacing::gaps) CHECK(overlap <= -7.9);
        if (spacing == Spacing::overlaps) CHECK(overlap >= -0.01);
        CHECK(overlap <= 0.1 * std::min(left.width(), right.width()) + 0.01);
      }
    }
  }
}

TEST_CASE("photos have both polarities") {
  const auto numbers = numbers_by_two_writers(40, {.digits = 3, .medium = Medium::picture, .seed = 1});
  int light_paper = 0;
  for (std::size_t number = 0; number < numbers.size(); ++number) {
    Random random(1, Purpose::pictures, number);
    const picture::GreyImage picture = synthetic_photo(numbers[number], random);
    CHECK(picture.pixels.size() ==
          static_cast<std::size_t>(picture.width) * static_cast<std::size_t>(picture.height));
    light_paper += picture.at(0, 0) > 100;
  }
  CHECK(light_paper > 5);
  CHECK(light_paper < 35);
}
