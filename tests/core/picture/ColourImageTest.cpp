// SPDX-License-Identifier: MIT
#include "core/picture/ColourImage.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <cstdlib>

using namespace inkling;
using namespace inkling::picture;

namespace {

using Rgba = std::array<std::uint8_t, 4>;

/// Paper with a bar of ink across its middle.
ColourImage page(Rgba paper, Rgba ink) {
  ColourImage image = ColourImage::blank(30, 30);
  for (int y = 0; y < image.height; ++y) {
    for (int x = 0; x < image.width; ++x)
      std::ranges::copy(y >= 12 && y < 18 ? ink : paper, image.row(y) + 4 * x);
  }
  return image;
}

int contrast(const ColourImage& image) {
  const GreyImage grey = to_grey(image);
  return std::abs(grey.at(15, 15) - grey.at(15, 2));
}

}  // namespace

TEST_CASE("ink on transparent paper stands out, whatever its colour") {
  for (const Rgba ink : {Rgba{0, 0, 0, 255}, Rgba{255, 255, 255, 255}, Rgba{255, 240, 0, 255}})
    CHECK(contrast(page({ink[0], ink[1], ink[2], 0}, ink)) > 150);
}

TEST_CASE("a mostly opaque image has white where it is transparent") {
  ColourImage image = page({250, 250, 250, 255}, {20, 20, 20, 255});
  image.row(0)[3] = 0;
  CHECK(to_grey(image).at(0, 0) == 255);
}

TEST_CASE("colours of the same luminance are told apart") {
  CHECK(contrast(page({230, 150, 170, 255}, {60, 220, 110, 255})) > 100);
}

TEST_CASE("grey colours are their luminance") {
  const GreyImage grey = to_grey(page({200, 200, 200, 255}, {30, 30, 30, 255}));
  CHECK(grey.at(0, 0) == 200);
  CHECK(grey.at(15, 15) == 30);
}

TEST_CASE("an image is turned as Exif says") {
  ColourImage image = ColourImage::blank(3, 2);  // its corner is marked
  image.row(0)[0] = 9;
  const std::array<std::array<int, 2>, 8> corners{
      {{0, 0}, {2, 0}, {2, 1}, {0, 1}, {0, 0}, {1, 0}, {1, 2}, {0, 2}}};
  for (int orientation = 1; orientation <= 8; ++orientation) {
    CAPTURE(orientation);
    ColourImage turned = oriented(image, orientation);
    CHECK(turned.width == (orientation >= 5 ? 2 : 3));
    const auto& [x, y] = corners[static_cast<std::size_t>(orientation - 1)];
    CHECK(turned.row(y)[4 * x] == 9);
  }
}

TEST_CASE("a colour image of the wrong size is refused") {
  CHECK(make_colour_image(2, 1, std::vector<std::uint8_t>(8)));
  CHECK_FALSE(make_colour_image(2, 1, std::vector<std::uint8_t>(7)));
  CHECK_FALSE(make_colour_image(65'536, 65'536, {}));
}
