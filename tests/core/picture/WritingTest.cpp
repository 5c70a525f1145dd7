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
  return select_writing(ink, connected_components(ink), is_flat).components;
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

TEST_CASE("a line from top to bottom is no writing, unless the writing is as tall") {
  GreyImage ink = GreyImage::black(200, 100);
  fill(ink, 10, 0, 15, 100);
  fill(ink, 60, 20, 110, 90);
  CHECK(writing(ink, true).size() == 1);
  fill(ink, 140, 2, 190, 98);
  CHECK(writing(ink, true).size() == 3);
}

TEST_CASE("in a photo, what touches the border and is lower than the writing is a scrap") {
  GreyImage ink = GreyImage::black(200, 100);
  fill(ink, 60, 20, 90, 80);
  fill(ink, 140, 70, 150, 100);
  CHECK(writing(ink, false).size() == 1);
  CHECK(writing(ink, true).size() == 2);
}

TEST_CASE("round specks as thick as the strokes are dots") {
  GreyImage ink = GreyImage::black(200, 120);
  fill(ink, 20, 10, 26, 110);
  fill(ink, 70, 102, 78, 110);
  fill(ink, 90, 100, 93, 112);
  fill(ink, 110, 102, 114, 106);
  const auto dots = select_writing(ink, connected_components(ink), true).dots;
  REQUIRE(dots.size() == 1);
  CHECK(dots[0].left == 70);
}

TEST_CASE("hairlines are dropped, thin digits are not") {
  GreyImage ink = GreyImage::black(200, 100);
  fill(ink, 20, 10, 32, 90);
  fill(ink, 50, 10, 62, 90);
  fill(ink, 100, 5, 103, 95);
  fill(ink, 130, 10, 170, 90);
  fill(ink, 133, 13, 167, 87, 0);
  std::vector<Component> components = connected_components(ink);
  REQUIRE(components.size() == 4);
  drop_hairlines(ink, components);
  REQUIRE(components.size() == 3);
  CHECK(std::ranges::none_of(components, [](const Component& part) { return part.part.bounds.left == 100; }));
}

TEST_CASE("what is left of a component whose first slice is a hairline begins a component") {
  GreyImage ink = GreyImage::black(200, 100);
  fill(ink, 20, 10, 40, 90);
  fill(ink, 100, 5, 103, 95);
  fill(ink, 130, 10, 150, 90);
  std::vector<Component> components = connected_components(ink);
  std::ranges::sort(components, {}, [](const Component& part) { return part.part.bounds.left; });
  components[2].part.split_from_previous = true;
  drop_hairlines(ink, components);
  REQUIRE(components.size() == 2);
  CHECK_FALSE(components[1].part.split_from_previous);
}

TEST_CASE("short hairlines are dropped where they were cut off a longer component") {
  GreyImage ink = GreyImage::black(200, 100);
  fill(ink, 20, 10, 40, 90);
  fill(ink, 60, 50, 75, 52);
  std::vector<Component> components = connected_components(ink);
  std::ranges::sort(components, {}, [](const Component& part) { return part.part.bounds.left; });
  auto slices = components;
  slices[1].part.split_from_previous = true;
  drop_hairlines(ink, components);
  CHECK(components.size() == 2);
  drop_hairlines(ink, slices);
  CHECK(slices.size() == 1);
}
