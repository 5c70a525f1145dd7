// SPDX-License-Identifier: MIT
#include "core/picture/Morphology.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>

#include "core/base/Random.h"

using namespace inkling;
using namespace inkling::picture;

TEST_CASE("the local maximum is that of the square around each pixel, cut off at the border") {
  Random random(5);
  for (const auto& [width, height, reach] :
       {std::array{13, 7, 2}, std::array{4, 20, 3}, std::array{5, 5, 9}}) {
    GreyImage picture = GreyImage::black(width, height);
    for (std::uint8_t& pixel : picture.pixels) pixel = static_cast<std::uint8_t>(random.below(256));
    const GreyImage maximum = local_maximum(picture, reach);
    for (int y = 0; y < height; ++y) {
      for (int x = 0; x < width; ++x) {
        std::uint8_t expected = 0;
        for (int near_y = std::max(0, y - reach); near_y <= std::min(height - 1, y + reach); ++near_y) {
          for (int near_x = std::max(0, x - reach); near_x <= std::min(width - 1, x + reach); ++near_x)
            expected = std::max(expected, picture.at(near_x, near_y));
        }
        CHECK(maximum.at(x, y) == expected);
      }
    }
  }
}

TEST_CASE("closing removes narrow dark things and keeps the edges of wide ones") {
  GreyImage picture = GreyImage::black(60, 40);
  for (int y = 0; y < picture.height; ++y) {
    for (int x = 0; x < picture.width; ++x) picture.at(x, y) = x < 30 ? 200 : 90;
  }
  const GreyImage paper = picture;
  for (int y = 5; y < 35; ++y) picture.at(12, y) = picture.at(45, y) = 20;
  CHECK(close_dark(picture, 3).pixels == paper.pixels);
}

TEST_CASE("a blur keeps an even grey, and the mean inside") {
  GreyImage picture = GreyImage::black(9, 9);
  picture.at(4, 4) = 90;
  const GreyImage blurred = box_blur(picture, 1);
  CHECK(blurred.at(4, 4) == 10);
  CHECK(blurred.at(5, 3) == 10);
  CHECK(blurred.at(6, 4) == 0);
  std::ranges::fill(picture.pixels, std::uint8_t{77});
  CHECK(box_blur(picture, 3).pixels == picture.pixels);
}

TEST_CASE("transposing exchanges rows and columns, whatever the size") {
  Random random(6);
  for (const auto& [width, height] :
       {std::array{1, 1}, std::array{8, 16}, std::array{3, 20}, std::array{29, 21}}) {
    GreyImage picture = GreyImage::black(width, height);
    for (std::uint8_t& pixel : picture.pixels) pixel = static_cast<std::uint8_t>(random.below(256));
    const GreyImage result = transposed(picture);
    REQUIRE((result.width == height && result.height == width));
    for (int y = 0; y < height; ++y) {
      for (int x = 0; x < width; ++x) CHECK(result.at(y, x) == picture.at(x, y));
    }
  }
}

TEST_CASE("a blur rounds the mean of each column of its window, then of each row") {
  Random random(7);
  constexpr int size = 700, reach = 200;
  GreyImage column = GreyImage::black(1, size);
  for (std::uint8_t& pixel : column.pixels) pixel = static_cast<std::uint8_t>(random.below(256));
  std::fill_n(column.pixels.begin(), 2 * reach, std::uint8_t{255});
  const GreyImage blurred = box_blur(column, reach);
  for (int y = 0; y < size; ++y) {
    const int top = std::max(0, y - reach), bottom = std::min(size - 1, y + reach);
    int sum = 0;
    for (int near = top; near <= bottom; ++near) sum += column.at(0, near);
    const int count = bottom - top + 1;
    CHECK(blurred.at(0, y) == (sum + count / 2) / count);
  }
}
