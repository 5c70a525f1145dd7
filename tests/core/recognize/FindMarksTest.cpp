// SPDX-License-Identifier: MIT
#include "core/recognize/FindMarks.h"

#include <doctest/doctest.h>

#include <initializer_list>
#include <utility>
#include <vector>

#include "core/ink/Render.h"

using namespace inkling;
using namespace inkling::recognize;

namespace {

/// Digits side by side, with the images of their strokes.
Reading reading_of(std::initializer_list<std::pair<int, ink::Stroke>> digits) {
  Reading reading;
  for (const auto& [digit, stroke] : digits) {
    DigitReading entry;
    const double left = 80.0 * static_cast<double>(reading.digits.size());
    entry.digit = digit;
    entry.name = std::to_string(digit);
    entry.box = {left, 0, left + 50, 100};
    entry.image = ink::render(ink::Ink{stroke}).value();
    reading.digits.push_back(entry);
  }
  return reading;
}

const ink::Stroke curl = {{0, 0}, {50, 20}, {50, 80}, {0, 100}, {10, 50}};
const ink::Stroke leaning = {{45, 0}, {0, 100}}, upright = {{5, 0}, {0, 100}};

std::string with_dots(std::vector<ink::Bounds> dots) {
  Reading reading = reading_of({{3, curl}, {1, upright}, {4, curl}});
  find_points(reading, dots);
  return reading.text();
}

}  // namespace

TEST_CASE("a 1 that leans more than other ones between digits is a slash") {
  const auto text_of = [](std::initializer_list<std::pair<int, ink::Stroke>> digits) {
    Reading reading = reading_of(digits);
    find_slashes(reading);
    return reading.text();
  };
  CHECK(text_of({{3, curl}, {1, leaning}, {2, curl}}) == "3/2");
  CHECK(text_of({{1, upright}, {1, leaning}, {2, curl}}) == "1/2");
  CHECK(text_of({{3, curl}, {1, upright}, {2, curl}}) == "312");
  CHECK(text_of({{1, leaning}, {1, leaning}, {2, curl}}) == "112");
  CHECK(text_of({{3, curl}, {1, curl}, {2, curl}}) == "312");
  CHECK(text_of({{3, curl}, {2, curl}, {1, leaning}}) == "321");
}

TEST_CASE("a dot at the foot of two digits is a point") {
  CHECK(with_dots({{60, 90, 70, 100}}) == "3.14");
  CHECK(with_dots({{60, 90, 70, 100}, {140, 90, 150, 100}}) == "3.1.4");
  CHECK(with_dots({{60, 40, 70, 50}}) == "314");
  CHECK(with_dots({{-20, 90, -10, 100}}) == "314");
  CHECK(with_dots({{220, 90, 230, 100}}) == "314");
}

TEST_CASE("several dots in one gap are dirt") {
  CHECK(with_dots({{56, 90, 62, 96}, {66, 92, 72, 98}}) == "314");
}
