// SPDX-License-Identifier: MIT
#include "core/picture/Sheet.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>

#include "core/picture/Pipeline.h"

using namespace inkling;
using namespace inkling::picture;

namespace {

/// A dark table with a light sheet, 240 by 150, turned about the middle, and a stroke across the middle of
/// the sheet. A frame goes round most of it.
GreyImage table(double degrees, int grey, bool framed = false) {
  GreyImage picture = GreyImage::black(400, 300);
  const double angle = degrees * 3.14159265 / 180;
  for (int y = 0; y < picture.height; ++y) {
    for (int x = 0; x < picture.width; ++x) {
      const double u = (x - 200) * std::cos(angle) + (y - 150) * std::sin(angle);
      const double v = (y - 150) * std::cos(angle) - (x - 200) * std::sin(angle);
      const bool on_sheet = std::abs(u) < 120 && std::abs(v) < 75,
                 on_frame = framed && std::abs(u) < 105 && std::abs(v) < 62 &&
                            (std::abs(u) >= 101 || std::abs(v) >= 58),
                 inked = on_frame || (std::abs(u) < 4 && std::abs(v) < 40);
      picture.at(x, y) = static_cast<std::uint8_t>(inked ? 40 : on_sheet ? 220 : grey);
    }
  }
  return picture;
}

}  // namespace

TEST_CASE("a sheet on a table is found, straight or turned, and only what is on it is read") {
  for (const double degrees : {0.0, 8.0, -20.0, 35.0}) {
    CAPTURE(degrees);
    const GreyImage picture = table(degrees, 90);
    REQUIRE(find_sheet(picture).has_value());
    const ExtractedInk ink = extract_ink(picture);
    REQUIRE(ink.components.size() >= 1);
    for (const Component& component : ink.components) {
      CHECK(component.part.bounds.left > 140);
      CHECK(component.part.bounds.right < 260);
    }
  }
}

TEST_CASE("what a frame on a sheet encloses is part of the sheet") {
  for (const double degrees : {0.0, 12.0}) CHECK(find_sheet(table(degrees, 90, true)).has_value());
}

TEST_CASE("a picture without surroundings and a light digit on black have no sheet") {
  CHECK_FALSE(find_sheet(table(0, 220)).has_value());
  GreyImage disc = GreyImage::black(200, 200);
  for (int y = 0; y < 200; ++y) {
    for (int x = 0; x < 200; ++x) {
      const double far = std::hypot(x - 100, y - 100);
      disc.at(x, y) = far < 80 && far > 20 ? 255 : 0;
    }
  }
  CHECK_FALSE(find_sheet(disc).has_value());
  GreyImage eight = GreyImage::black(280, 280);  // bold, with two small holes
  for (int y = 0; y < 280; ++y) {
    for (int x = 0; x < 280; ++x) {
      const double far = std::min(std::hypot(x - 140, y - 90), std::hypot(x - 140, y - 190));
      eight.at(x, y) = far < 75 && far > 12 ? 255 : 0;
    }
  }
  CHECK_FALSE(find_sheet(eight).has_value());
}

TEST_CASE("a page under uneven light is no sheet on a table, although a rule separates its lighter part") {
  GreyImage page = GreyImage::black(240, 150);
  for (int y = 0; y < page.height; ++y) {
    for (int x = 0; x < page.width; ++x) {
      const double light = 230 - std::abs(x - 120);
      const bool inked = y == 40 || (x > 110 && x < 116 && y > 60 && y < 120);
      page.at(x, y) = static_cast<std::uint8_t>(inked ? light / 2 : light);
    }
  }
  CHECK_FALSE(find_sheet(page).has_value());
}
