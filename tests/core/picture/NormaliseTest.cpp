// SPDX-License-Identifier: MIT
#include "core/picture/Normalise.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "core/base/Random.h"
#include "core/ink/Render.h"

using namespace inkling;
using namespace inkling::picture;

namespace {

GreyImage picture_of(const DigitImage& image) {
  return {image_side, image_side, {image.begin(), image.end()}};
}

GreyImage blank(int width, int height) {
  return {width, height, std::vector<std::uint8_t>(static_cast<std::size_t>(width * height))};
}

void ink_rectangle(GreyImage& picture, int left, int top, int width, int height) {
  for (int y = top; y < top + height; ++y)
    std::fill_n(picture.pixels.begin() + y * picture.width + left, width, 255);
}

/// Adds `left` columns and `top` rows of paper.
GreyImage moved(const GreyImage& picture, int left, int top) {
  GreyImage result = blank(picture.width + left, picture.height + top);
  for (int y = 0; y < picture.height; ++y) {
    std::copy_n(picture.pixels.begin() + y * picture.width, picture.width,
                result.pixels.begin() + (y + top) * result.width + left);
  }
  return result;
}

/// Repeats every pixel `factor` times in both directions.
GreyImage enlarged(const GreyImage& picture, int factor) {
  GreyImage result{picture.width * factor, picture.height * factor, {}};
  for (int y = 0; y < result.height; ++y) {
    for (int x = 0; x < result.width; ++x) {
      const int source = y / factor * picture.width + x / factor;
      result.pixels.push_back(picture.pixels[static_cast<std::size_t>(source)]);
    }
  }
  return result;
}

int ink_of(const DigitImage& image) {
  return static_cast<int>(std::count_if(image.begin(), image.end(), [](int pixel) { return pixel > 0; }));
}

/// An image made like MNIST's: a 20x20 box of random ink, centred to the nearest pixel.
DigitImage made_like_mnist(Random& random) {
  GreyImage picture = blank(ink::box_side, ink::box_side);
  for (std::uint8_t& pixel : picture.pixels) {
    if (random.below(3) == 0) pixel = static_cast<std::uint8_t>(random.below(256));
  }
  for (const int corner : {0, ink::box_side * ink::box_side - 1})
    picture.pixels[static_cast<std::size_t>(corner)] = 1;
  return *normalise(picture);
}

}  // namespace

TEST_CASE("a picture without ink gives no image") {
  CHECK_FALSE(normalise({}));
  CHECK_FALSE(normalise(blank(1, 1)));
  CHECK_FALSE(normalise(blank(300, 20)));
}

TEST_CASE("an image made like MNIST's is unchanged, wherever it lies on the paper") {
  Random random(21);
  for (int round = 0; round < 50; ++round) {
    const DigitImage image = made_like_mnist(random);
    CHECK(normalise(picture_of(image)) == image);
    CHECK(normalise(moved(picture_of(image), 13, 40)) == image);
  }
}

TEST_CASE("an enlarged picture gives the same image") {
  Random random(22);
  for (const int factor : {2, 3, 7}) {
    const DigitImage image = made_like_mnist(random);
    CHECK(normalise(enlarged(picture_of(image), factor)) == image);
  }
}

TEST_CASE("fractional scaling keeps the inked share of the box") {
  GreyImage picture = blank(90, 90);
  ink_rectangle(picture, 10, 20, 33, 11);
  ink_rectangle(picture, 10, 42, 33, 11);
  const auto image = normalise(picture);
  REQUIRE(image);
  int sum = 0;
  for (const int pixel : *image) sum += pixel;
  CHECK(sum / 255.0 == doctest::Approx(2.0 / 3 * 20 * 20).epsilon(0.002));
}

TEST_CASE("lines thinner than a target pixel are kept") {
  GreyImage across = blank(500, 3), down = blank(7, 400);
  ink_rectangle(across, 4, 1, 490, 1);
  ink_rectangle(down, 3, 2, 1, 390);
  const auto across_image = normalise(across), down_image = normalise(down);
  REQUIRE(across_image);
  REQUIRE(down_image);
  CHECK(ink_of(*across_image) == ink::box_side);
  CHECK(ink_of(*down_image) == ink::box_side);
  for (int along = 5; along < 23; ++along) {
    CHECK((*across_image)[static_cast<std::size_t>(14 * image_side + along)] == 255);
    CHECK((*down_image)[static_cast<std::size_t>(along * image_side + 14)] == 255);
  }
}

TEST_CASE("one inked pixel becomes a full box") {
  GreyImage picture = blank(9, 9);
  ink_rectangle(picture, 8, 0, 1, 1);
  const auto image = normalise(picture);
  REQUIRE(image);
  CHECK(ink_of(*image) == ink::box_side * ink::box_side);
}

TEST_CASE("the centre of mass is within half a pixel of the centre") {
  Random random(23);
  for (int round = 0; round < 100; ++round) {
    const auto mass = ink::centre_of_mass(made_like_mnist(random));
    REQUIRE(mass);
    CHECK(mass->x >= 13.5f);
    CHECK(mass->x < 14.5f);
    CHECK(mass->y >= 13.5f);
    CHECK(mass->y < 14.5f);
  }
}

TEST_CASE("a digit with its mass at one end stays inside the image") {
  GreyImage picture = blank(20, 20);
  ink_rectangle(picture, 0, 0, 2, 20);
  picture.pixels[19] = 255;
  const auto image = normalise(picture);
  REQUIRE(image);
  CHECK(ink_of(*image) == 41);
  CHECK((*image)[image_side - 1 + 5 * image_side] == 255);
}
