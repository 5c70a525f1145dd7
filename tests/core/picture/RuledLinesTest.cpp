// SPDX-License-Identifier: MIT
#include "core/picture/RuledLines.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "core/picture/Boxes.h"
#include "core/picture/Morphology.h"

using namespace inkling;
using namespace inkling::picture;

namespace {

void fill(GreyImage& picture, int left, int top, int right, int bottom) {
  for (int y = top; y < bottom; ++y) {
    for (int x = left; x < right; ++x) picture.at(x, y) = 255;
  }
}

/// A frame of two pixels.
void draw_frame(GreyImage& picture, int left, int top, int right, int bottom) {
  fill(picture, left, top, right, top + 2);
  fill(picture, left, bottom - 2, right, bottom);
  fill(picture, left, top, left + 2, bottom);
  fill(picture, right - 2, top, right, bottom);
}

/// A T of strokes 8 pixels wide and 80 high.
void draw_sign(GreyImage& picture, int left, int top) {
  fill(picture, left, top, left + 50, top + 8);
  fill(picture, left + 20, top, left + 28, top + 80);
}

GreyImage sign_alone() {
  GreyImage picture = GreyImage::black(400, 200);
  draw_sign(picture, 100, 50);
  return picture;
}

/// How many pixels have ink in one image only.
int differences(const GreyImage& one, const GreyImage& other) {
  int count = 0;
  for (std::size_t at = 0; at < one.pixels.size(); ++at)
    count += (one.pixels[at] > 0) != (other.pixels[at] > 0);
  return count;
}

}  // namespace

TEST_CASE("squared paper is removed in both directions, and the strokes that cross it stay") {
  GreyImage picture = sign_alone();
  for (int x = 10; x < 400; x += 45) fill(picture, x, 0, x + 2, 200);
  for (int y = 10; y < 200; y += 45) fill(picture, 0, y, 400, y + 2);
  CHECK(differences(remove_ruled_lines(picture), sign_alone()) < 60);
}

TEST_CASE("a margin and a slanting rule are removed") {
  GreyImage picture = sign_alone();
  fill(picture, 60, 0, 62, 200);
  for (int x = 0; x < 400; ++x) fill(picture, x, 150 + x / 20, x + 1, 152 + x / 20);
  CHECK(differences(remove_ruled_lines(picture), sign_alone()) < 60);
}

TEST_CASE("a rule that is lost beside the writing is removed from border to border") {
  GreyImage picture = sign_alone();
  fill(picture, 0, 90, 60, 92);
  fill(picture, 190, 90, 400, 92);
  CHECK(differences(remove_ruled_lines(picture), sign_alone()) < 10);
}

TEST_CASE("the frames of boxes are removed, however close to the writing's height") {
  GreyImage picture = sign_alone();
  for (const int left : {20, 90, 160, 230}) draw_frame(picture, left, 40, left + 72, 140);
  CHECK(differences(remove_ruled_lines(picture), sign_alone()) < 60);
}

TEST_CASE("straight strokes of digits are kept") {
  GreyImage ones = GreyImage::black(300, 120);
  for (const int left : {40, 90, 140, 190}) fill(ones, left, 10, left + 6, 110);
  CHECK(remove_ruled_lines(ones).pixels == ones.pixels);
  fill(ones, 240, 10, 290, 16);
  fill(ones, 284, 10, 290, 110);
  CHECK(remove_ruled_lines(ones).pixels == ones.pixels);
}

TEST_CASE("the stem of a 9 that was cropped closely is kept") {
  GreyImage nine = GreyImage::black(60, 100);
  draw_frame(nine, 10, 0, 50, 45);
  fill(nine, 46, 30, 50, 100);
  CHECK(remove_ruled_lines(nine).pixels == nine.pixels);
}

TEST_CASE("the cells of a grid are found as boxes") {
  GreyImage grid = GreyImage::black(200, 200);
  for (int at = 10; at < 200; at += 60) {
    fill(grid, at, 10, at + 2, 192);
    fill(grid, 10, at, 192, at + 2);
  }
  const auto horizontal = find_line_segments(transposed(grid)), vertical = find_line_segments(grid);
  REQUIRE(horizontal.size() == 4);
  REQUIRE(vertical.size() == 4);
  CHECK(find_boxes(horizontal, vertical).size() >= 9);
}
