// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include <algorithm>

#include "core/base/Random.h"
#include "core/picture/ConnectedComponents.h"
#include "core/picture/InkMask.h"
#include "core/picture/RuledLines.h"
#include "core/picture/TouchingDigits.h"
#include "core/picture/Writing.h"

using namespace inkling;
using namespace inkling::picture;

namespace {

void fill(GreyImage& picture, int left, int top, int right, int bottom, int grey) {
  for (int y = top; y < bottom; ++y) {
    for (int x = left; x < right; ++x) picture.at(x, y) = static_cast<std::uint8_t>(grey);
  }
}

/// Paper that gets darker to the right, with grain and a stroke from (60, 20) to (66, 80).
GreyImage page(int paper, int ink) {
  Random random(4);
  GreyImage picture = GreyImage::black(160, 100);
  for (int y = 0; y < picture.height; ++y) {
    for (int x = 0; x < picture.width; ++x) {
      const bool inked = x >= 60 && x < 66 && y >= 20 && y < 80;
      picture.at(x, y) =
          static_cast<std::uint8_t>((inked ? ink : paper) - x / 4 + static_cast<int>(random.below(9)));
    }
  }
  return picture;
}

std::size_t inked(const GreyImage& ink) {
  return static_cast<std::size_t>(
      std::count_if(ink.pixels.begin(), ink.pixels.end(), [](auto pixel) { return pixel > 127; }));
}

/// The writing of a mask, split where digits may touch.
std::vector<Component> components_of(const GreyImage& ink) {
  return split_touching_digits(ink, select_writing(ink, connected_components(ink), true).components);
}

}  // namespace

TEST_CASE("ink is found on unevenly lit paper, dark on light and light on dark") {
  for (const GreyImage& picture : {page(200, 120), page(70, 150)}) {
    const GreyImage ink = ink_mask(picture).ink;
    CHECK(inked(ink) >= 300);
    CHECK(inked(ink) <= 500);
    CHECK(ink.at(62, 50) > 200);
    CHECK(ink.at(20, 50) == 0);
    CHECK(ink.at(140, 50) == 0);
    CHECK(components_of(ink).size() == 1);
  }
}

TEST_CASE("paper without ink is blank, whatever its grey and size") {
  for (const int paper : {60, 128, 220}) CHECK(inked(ink_mask(page(paper, paper)).ink) == 0);
  for (const int side : {1, 2, 3, 40}) {
    GreyImage level = GreyImage::black(side, side);
    CHECK(inked(ink_mask(level).ink) == 0);
    fill(level, 0, 0, side, side, 255);
    CHECK(components_of(remove_ruled_lines(ink_mask(level).ink)).empty());
  }
  CHECK(components_of(ink_mask(GreyImage()).ink).empty());
}

TEST_CASE("ruled lines are removed, but not strokes that cross them or bars of digits") {
  GreyImage ruled = GreyImage::black(300, 100);
  fill(ruled, 0, 60, 300, 62, 120);
  fill(ruled, 100, 20, 106, 80, 255);
  const GreyImage cleaned = remove_ruled_lines(ruled);
  CHECK(cleaned.at(20, 60) == 0);
  CHECK(cleaned.at(103, 61) > 0);
  CHECK(inked(cleaned) == 6 * 60);

  GreyImage seven = GreyImage::black(60, 80);
  fill(seven, 5, 5, 55, 8, 255);
  fill(seven, 45, 5, 50, 75, 255);
  CHECK(remove_ruled_lines(seven).pixels == seven.pixels);
}
