// SPDX-License-Identifier: MIT
#include "core/picture/Pipeline.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>

#include "core/picture/Normalise.h"

using namespace inkling;
using namespace inkling::picture;

namespace {

/// A seven with soft edges, light on black.
GreyImage seven(int side) {
  GreyImage picture = GreyImage::black(side, side);
  const auto near = [](double x, double y, double ax, double ay, double bx, double by) {
    const double dx = bx - ax, dy = by - ay;
    const double along = std::clamp(((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy), 0.0, 1.0);
    return std::hypot(x - ax - along * dx, y - ay - along * dy);
  };
  for (int y = 0; y < side; ++y) {
    for (int x = 0; x < side; ++x) {
      const double u = (x + 0.5) / side, v = (y + 0.5) / side;
      const double off = std::min(near(u, v, 0.28, 0.2, 0.72, 0.2), near(u, v, 0.72, 0.2, 0.45, 0.8));
      picture.at(x, y) = static_cast<std::uint8_t>(255 * std::clamp(0.5 + (0.05 - off) * side, 0.0, 1.0));
    }
  }
  return picture;
}

GreyImage inverted(GreyImage picture) {
  for (std::uint8_t& pixel : picture.pixels) pixel = static_cast<std::uint8_t>(255 - pixel);
  return picture;
}

/// The mean absolute difference of two images.
double distance(const DigitImage& one, const DigitImage& other) {
  double sum = 0;
  for (std::size_t at = 0; at < one.size(); ++at) sum += std::abs(one[at] - other[at]);
  return sum / static_cast<double>(one.size());
}

}  // namespace

TEST_CASE("a 28x28 picture keeps its pixels") {
  const GreyImage picture = seven(28);
  const auto image = digit_from_picture(picture);
  REQUIRE(image.has_value());
  CHECK(std::ranges::equal(*image, picture.pixels));
}

TEST_CASE("a 28x28 picture that is dark on light is inverted") {
  const auto image = digit_from_picture(inverted(seven(28)));
  REQUIRE(image.has_value());
  CHECK(std::ranges::equal(*image, seven(28).pixels));
}

TEST_CASE("ink that touches the border in places does not invert a picture") {
  GreyImage picture = seven(28);
  for (int at = 0; at < 10; ++at) picture.at(at, 0) = 255;
  CHECK(std::ranges::equal(*digit_from_picture(picture), picture.pixels));
  CHECK(std::ranges::equal(*digit_from_picture(inverted(picture)), picture.pixels));
}

TEST_CASE("a picture of any other size is normalised, dark on light or light on dark") {
  const DigitImage expected = *normalise(seven(28));
  for (const int side : {20, 32, 64, 100, 300, 1500}) {
    CAPTURE(side);
    for (const GreyImage& picture : {seven(side), inverted(seven(side))}) {
      const auto image = digit_from_picture(picture);
      REQUIRE(image.has_value());
      CHECK(distance(*image, expected) < 12);
    }
  }
}

TEST_CASE("blank paper is not a digit, whatever its grey and size") {
  for (const int side : {1, 5, 28, 64}) {
    for (const int grey : {0, 120, 255}) {
      GreyImage picture = GreyImage::black(side, side);
      std::ranges::fill(picture.pixels, static_cast<std::uint8_t>(grey));
      CHECK_FALSE(digit_from_picture(picture).has_value());
    }
  }
}

TEST_CASE("the ink of a large picture is extracted at a smaller size") {
  const ExtractedInk ink = extract_ink(inverted(seven(1800)));
  CHECK(ink.downscale_factor == 2);
  CHECK(ink.mask.width == 900);
  REQUIRE_FALSE(ink.components.empty());
  for (const Component& component : ink.components) CHECK(component.part.bounds.right <= 900);
}

TEST_CASE("no ink is extracted from blank paper") {
  CHECK(extract_ink(GreyImage::black(50, 20)).components.empty());
  CHECK(extract_ink(GreyImage()).components.empty());
}
