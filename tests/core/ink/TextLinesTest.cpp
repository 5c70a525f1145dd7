// SPDX-License-Identifier: MIT
#include "core/ink/TextLines.h"

#include <doctest/doctest.h>

using namespace inkling::ink;

namespace {

using Lines = std::vector<std::vector<std::uint32_t>>;

/// Rows of digits 60 by 100, `pitch` apart, that fall by `slope`.
std::vector<Bounds> rows_of_digits(int rows, int digits, double pitch, double slope) {
  std::vector<Bounds> boxes;
  for (int row = 0; row < rows; ++row) {
    for (int digit = 0; digit < digits; ++digit) {
      const double left = 90.0 * digit, top = pitch * row + slope * left;
      boxes.push_back({left, top, left + 60, top + 100});
    }
  }
  return boxes;
}

}  // namespace

TEST_CASE("rows of ordinary spacing are lines, also if they slant") {
  const Lines expected = {{0, 1, 2, 3, 4, 5}, {6, 7, 8, 9, 10, 11}, {12, 13, 14, 15, 16, 17}};
  for (const double slope : {-0.2, -0.1, 0.0, 0.1, 0.2}) {
    CAPTURE(slope);
    CHECK(text_lines(rows_of_digits(3, 6, 120, slope)) == expected);
  }
}

TEST_CASE("columns at the same height are one line") {
  std::vector<Bounds> boxes = rows_of_digits(2, 2, 130, 0);
  boxes.push_back({800, 5, 860, 105});
  boxes.push_back({800, 135, 860, 235});
  CHECK(text_lines(boxes) == Lines{{0, 1, 4}, {2, 3, 5}});
}

TEST_CASE("digits of several sizes and a dash are one line") {
  const std::vector<Bounds> boxes = {
      {0, 0, 60, 100}, {80, 45, 120, 52}, {140, 40, 170, 98}, {190, 10, 250, 110}};
  CHECK(text_lines(boxes) == Lines{{0, 1, 2, 3}});
}

TEST_CASE("the pieces of one digit are in one line") {
  CHECK(text_lines(std::vector<Bounds>{{0, 0, 50, 6}, {5, 15, 55, 100}}) == Lines{{0, 1}});
  CHECK(text_lines(std::vector<Bounds>{{0, 0, 50, 52}, {0, 50, 50, 100}}) == Lines{{0, 1}});
  CHECK(text_lines(std::vector<Bounds>{{10, 0, 55, 10}, {0, 70, 60, 170}}) == Lines{{0, 1}});
}

TEST_CASE("empty boxes are in no line") {
  CHECK(text_lines({}).empty());
  CHECK(text_lines(std::vector<Bounds>(2)).empty());
}
