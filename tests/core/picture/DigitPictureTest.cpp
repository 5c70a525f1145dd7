#include "core/picture/DigitPicture.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>

#include "core/picture/Normalise.h"

using namespace inkling;
using namespace inkling::picture;

namespace {

/// A seven with soft edges, so many pixels a side, as ink on black.
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

/// The mean step between pixels of two images.
double distance(const DigitImage& one, const DigitImage& other) {
  double sum = 0;
  for (std::size_t at = 0; at < one.size(); ++at) sum += std::abs(one[at] - other[at]);
  return sum / static_cast<double>(one.size());
}

}  // namespace

TEST_CASE("a picture of 28x28 keeps its pixels") {
  const GreyImage picture = seven(28);
  const auto image = digit_in(picture);
  REQUIRE(image.has_value());
  CHECK(std::ranges::equal(*image, picture.pixels));
}

TEST_CASE("a picture of 28x28 that is dark on light is turned round") {
  const auto image = digit_in(inverted(seven(28)));
  REQUIRE(image.has_value());
  CHECK(std::ranges::equal(*image, seven(28).pixels));
}

TEST_CASE("ink that touches the edge here and there does not turn a picture round") {
  GreyImage picture = seven(28);
  for (int at = 0; at < 10; ++at) picture.at(at, 0) = 255;
  CHECK(std::ranges::equal(*digit_in(picture), picture.pixels));
  CHECK(std::ranges::equal(*digit_in(inverted(picture)), picture.pixels));
}

TEST_CASE("a picture of any other size is fitted as MNIST's digits are, dark on light or light on dark") {
  const DigitImage expected = *normalise(seven(28));
  for (const int side : {20, 32, 64, 100, 300, 1500}) {
    CAPTURE(side);
    for (const GreyImage& picture : {seven(side), inverted(seven(side))}) {
      const auto image = digit_in(picture);
      REQUIRE(image.has_value());
      CHECK(distance(*image, expected) < 12);
    }
  }
}

TEST_CASE("blank paper of any grey and size is no digit") {
  for (const int side : {1, 5, 28, 64}) {
    for (const int grey : {0, 120, 255}) {
      GreyImage picture = GreyImage::black(side, side);
      std::ranges::fill(picture.pixels, static_cast<std::uint8_t>(grey));
      CHECK_FALSE(digit_in(picture).has_value());
    }
  }
}
