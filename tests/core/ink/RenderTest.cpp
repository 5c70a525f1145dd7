// SPDX-License-Identifier: MIT
#include "core/ink/Render.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <limits>

#include "core/base/Random.h"

using namespace inkling;
using namespace inkling::ink;

namespace {

struct Extent {
  int left = image_side, right = -1, top = image_side, bottom = -1;
  int width() const { return right - left + 1; }
  int height() const { return bottom - top + 1; }
};

Extent extent_of(const DigitImage& image) {
  Extent extent;
  for (int pixel = 0; pixel < image_pixels; ++pixel) {
    if (image[static_cast<std::size_t>(pixel)] == 0) continue;
    extent.left = std::min(extent.left, pixel % image_side);
    extent.right = std::max(extent.right, pixel % image_side);
    extent.top = std::min(extent.top, pixel / image_side);
    extent.bottom = std::max(extent.bottom, pixel / image_side);
  }
  return extent;
}

int largest_difference(const DigitImage& a, const DigitImage& b) {
  int largest = 0;
  for (std::size_t pixel = 0; pixel < a.size(); ++pixel)
    largest = std::max(largest, std::abs(a[pixel] - b[pixel]));
  return largest;
}

Ink transformed(Ink ink, float scale, Point offset) {
  for (Stroke& stroke : ink) {
    for (Point& point : stroke) point = {point.x * scale + offset.x, point.y * scale + offset.y};
  }
  return ink;
}

Ink scribble(Random& random) {
  Ink ink(1 + random.below(3));
  for (Stroke& stroke : ink) {
    stroke.resize(1 + random.below(30));
    for (Point& point : stroke) point = {random.uniform(0, 100), random.uniform(0, 100)};
  }
  return ink;
}

/// Most of its mass lies above and to the right of the centre of its box.
const Ink seven = {{{10, 10}, {60, 10}, {30, 100}}};

}  // namespace

TEST_CASE("ink without finite points gives no image") {
  CHECK_FALSE(render({}));
  CHECK_FALSE(render({{}, {}}));
  const float nan = std::numeric_limits<float>::quiet_NaN();
  CHECK_FALSE(render({{{nan, 3}, {2, std::numeric_limits<float>::infinity()}}}));
}

TEST_CASE("a dot is a disc of the pen's width in the centre of the image") {
  const Ink dots[] = {{{{5, 5}}}, {{{-3e30f, 7}, {-3e30f, 7}}}, {{{1, 2}}, {{1, 2}}}};
  for (const Ink& dot : dots) {
    const auto image = render(dot);
    REQUIRE(image);
    const Extent extent = extent_of(*image);
    CHECK(extent.width() == 3);
    CHECK(extent.height() == 3);
    CHECK((*image)[14 * image_side + 14] == 255);
  }
}

TEST_CASE("a straight line spans the box and has the pen's width") {
  const auto across = render({{{0, 50}, {300, 50}}}), down = render({{{7, -1}, {7, -40}}});
  REQUIRE(across);
  REQUIRE(down);
  CHECK(extent_of(*across).width() == 21);  // centred on a pixel, so both end pixels are half covered
  CHECK(extent_of(*across).height() == 3);
  CHECK(extent_of(*down).width() == 3);
  CHECK(extent_of(*down).height() == 21);
}

TEST_CASE("the pen's width is relative to the box") {
  for (const float share : {0.05f, 0.11f, 0.3f}) {
    const auto image = render({{{0, 0}, {100, 0}}}, {.relative_pen_width = share});
    REQUIRE(image);
    float width = 0;
    for (int y = 0; y < image_side; ++y)
      width += (*image)[static_cast<std::size_t>(y * image_side + 14)] / 255.0f;
    CHECK(width == doctest::Approx(share * box_side).epsilon(0.01));
  }
}

TEST_CASE("the centre of mass moves to the centre, to a fraction of a pixel") {
  Random random(11);
  for (int round = 0; round < 200; ++round) {
    const auto image = render(round == 0 ? seven : scribble(random));
    REQUIRE(image);
    const auto mass = centre_of_mass(*image);
    REQUIRE(mass);
    CHECK(mass->x == doctest::Approx(mass_centre).epsilon(0.005));
    CHECK(mass->y == doctest::Approx(mass_centre).epsilon(0.005));
  }
}

TEST_CASE("the longer side of the ink spans the box and the aspect ratio is kept") {
  const auto image = render(seven);
  REQUIRE(image);
  const Extent extent = extent_of(*image);
  CHECK(extent.height() >= box_side);
  CHECK(extent.height() <= box_side + 1);
  CHECK(extent.width() == doctest::Approx(2.2 + 17.8 * 50 / 90).epsilon(0.1));
}

TEST_CASE("ink with its mass at one end stays inside the image") {
  Ink heavy_end;
  for (int line = 0; line < 40; ++line) {
    const auto angle = static_cast<float>(line);
    heavy_end.push_back(
        {{95 + 5 * std::cos(angle), 50}, {95 + 5 * std::sin(angle), 50 + 5 * std::cos(angle)}});
  }
  heavy_end.push_back({{0, 50}, {90, 50}});
  const auto image = render(heavy_end);
  REQUIRE(image);
  const Extent extent = extent_of(*image);
  CHECK(extent.width() >= box_side);
  CHECK(extent.left >= 0);
  CHECK((*image)[static_cast<std::size_t>(14 * image_side + extent.left + 1)] == 255);
}

TEST_CASE("the same ink at any scale and position gives the same image") {
  Random random(12);
  for (int round = 0; round < 100; ++round) {
    const Ink ink = scribble(random);
    const auto image = render(ink);
    REQUIRE(image);
    for (const float scale : {0.004f, 1.7f, 4096.0f, 1e30f}) {
      const auto other = render(transformed(ink, scale, {-20 * scale, 3 * scale}));
      REQUIRE(other);
      CHECK(largest_difference(*image, *other) <= 1);
    }
  }
}

TEST_CASE("non-finite points, repeated points and empty strokes change nothing") {
  const float infinity = std::numeric_limits<float>::infinity();
  const float nan = std::numeric_limits<float>::quiet_NaN();
  const Ink cluttered = {
      {}, {{10, 10}, {10, 10}, {nan, 4}, {60, 10}, {60, 10}, {-infinity, infinity}, {30, 100}}, {}};
  CHECK(render(cluttered) == render(seven));
}

TEST_CASE("the largest finite coordinates do not overflow") {
  const float max = std::numeric_limits<float>::max();
  CHECK(render({{{-max, -max}, {max, max}}}) == render({{{0, 0}, {1, 1}}}));
}

TEST_CASE("overlapping strokes are no darker than one") {
  const auto once = render({{{0, 0}, {50, 80}}}), twice = render({{{0, 0}, {50, 80}}, {{50, 80}, {0, 0}}});
  CHECK(once == twice);
}

TEST_CASE("a corner stays a corner") {
  const auto drawn = render({{{0, 0}, {50, 0}, {50, 50}}});
  const auto strokes = render({{{0, 0}, {50, 0}}, {{50, 0}, {50, 50}}});
  CHECK(drawn == strokes);
}
