// SPDX-License-Identifier: MIT
#include "core/picture/Writing.h"

#include <doctest/doctest.h>

#include <algorithm>

using namespace inkling;
using namespace inkling::picture;

namespace {

void fill(GreyImage& picture, int left, int top, int right, int bottom, int ink = 255) {
  for (int y = top; y < bottom; ++y) {
    for (int x = left; x < right; ++x) picture.at(x, y) = static_cast<std::uint8_t>(ink);
  }
}

std::vector<Component> writing(const GreyImage& ink, bool is_flat) {
  return select_writing(ink, connected_components(ink), is_flat);
}

}  // namespace

TEST_CASE("what the border of a photo cuts off is not writing, unless nothing else is there") {
  GreyImage ink = GreyImage::black(200, 100);
  fill(ink, 0, 0, 30, 100);
  CHECK(writing(ink, false).size() == 1);
  fill(ink, 100, 20, 110, 80);
  const auto found = writing(ink, false);
  REQUIRE(found.size() == 1);
  CHECK(found[0].part.bounds.left == 100);
}

TEST_CASE("a drawing may reach the border of its canvas, but not along much of it") {
  GreyImage ink = GreyImage::black(200, 100);
  fill(ink, 100, 0, 110, 80);
  fill(ink, 50, 20, 60, 80);
  CHECK(writing(ink, true).size() == 2);
  fill(ink, 0, 95, 200, 100);
  CHECK(writing(ink, true).size() == 2);
}

TEST_CASE("digits that touch are no ring around a piece between them") {
  GreyImage ink = GreyImage::black(200, 100);
  fill(ink, 20, 10, 180, 14);
  fill(ink, 20, 10, 24, 90);
  fill(ink, 176, 10, 180, 90);
  fill(ink, 90, 40, 94, 80);
  CHECK(writing(ink, true).size() == 2);
}

TEST_CASE("a ring around writing is no digit, a dotted zero is one") {
  GreyImage ink = GreyImage::black(200, 100);
  fill(ink, 20, 10, 180, 90);
  fill(ink, 24, 14, 176, 86, 0);
  fill(ink, 60, 45, 70, 55);
  CHECK(writing(ink, true).size() == 2);
  fill(ink, 90, 25, 100, 75);
  CHECK(writing(ink, true).size() == 2);
  CHECK(std::ranges::none_of(writing(ink, true),
                             [](const Component& part) { return part.part.bounds.left == 20; }));
}
