// SPDX-License-Identifier: MIT
#include "core/augment/ImageAugment.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

#include "core/augment/AugmentOptions.h"
#include "core/augment/Warp.h"
#include "core/ink/Render.h"
#include "tests/core/augment/NoAugmentation.h"

namespace inkling::augment {

namespace {

using Image = std::array<float, image_pixels>;

Image rendered(const ink::Ink& ink) {
  Image image;
  to_floats(*ink::render(ink), image);
  return image;
}

Image five() {
  return rendered({{{40, 0}, {5, 0}, {0, 45}, {30, 35}, {45, 60}, {30, 85}, {0, 80}}});
}

float mass(const Image& image) {
  return std::accumulate(image.begin(), image.end(), 0.0f);
}

float at(const Image& image, int x, int y) {
  const bool inside = x >= 0 && x < image_side && y >= 0 && y < image_side;
  return inside ? image[static_cast<std::size_t>(y * image_side + x)] : 0;
}

/// x and y of the centre of mass, relative to the centre of the image.
std::array<float, 2> centre_of_mass(const Image& image) {
  std::array<float, 2> sum{};
  for (int y = 0; y < image_side; ++y) {
    for (int x = 0; x < image_side; ++x) {
      sum[0] += at(image, x, y) * (static_cast<float>(x) - 13.5f);
      sum[1] += at(image, x, y) * (static_cast<float>(y) - 13.5f);
    }
  }
  return {sum[0] / mass(image), sum[1] / mass(image)};
}

}  // namespace

TEST_CASE("with all ranges zero the image is unchanged, bit for bit") {
  Random random(1);
  Image image = five();
  for (int round = 0; round < 20; ++round) augment_image(image, no_augmentation, random);
  CHECK(image == five());
}

TEST_CASE("the same seed gives the same image, another seed a different one") {
  Image first = five(), again = five(), other = five();
  Random a(4), b(4), c(5);
  augment_image(first, {}, a);
  augment_image(again, {}, b);
  augment_image(other, {}, c);
  CHECK(first == again);
  CHECK(first != other);
  CHECK(first != five());
}

TEST_CASE("the generator draws the same number of values for any image and options") {
  Image blank{}, image = five();
  Random a(6), b(6);
  augment_image(blank, {}, a);
  augment_image(image, no_augmentation, b);
  CHECK(a.state() == b.state());
}

TEST_CASE("values stay between 0 and 1 even for extreme ranges") {
  Random random(2);
  const AugmentOptions wild{.rotation_degrees = 180,
                            .scale = 0.9f,
                            .aspect = 0.9f,
                            .shear = 5,
                            .shift_pixels = 1e6f,
                            .stroke_width_pixels = 2,
                            .stroke_width_chance = 1,
                            .strokes = {}};
  for (int round = 0; round < 400; ++round) {
    Image image = five();
    augment_image(image, round % 2 == 0 ? wild : AugmentOptions{}, random);
    const auto [min, max] = std::minmax_element(image.begin(), image.end());
    CHECK(*min >= 0.0f);
    CHECK(*max <= 1.0f);
  }
}

TEST_CASE("blur spreads a dot by its standard deviation and preserves the ink") {
  for (const float deviation : {0.2f, 0.5f, 0.7f}) {
    Image dot{};
    dot[14 * image_side + 9] = 1;
    blur(dot, deviation);
    float variance = 0;
    for (int x = 0; x < image_side; ++x)
      for (int y = 0; y < image_side; ++y)
        variance += at(dot, x, y) * (static_cast<float>(x) - 9) * (static_cast<float>(x) - 9);
    CHECK(std::sqrt(variance) == doctest::Approx(deviation));
    CHECK(mass(dot) == doctest::Approx(1));
    CHECK(at(dot, 9, 13) == doctest::Approx(at(dot, 8, 14)));
  }
}

TEST_CASE("noise has its standard deviation, stays in range and depends on the seed") {
  Image grey, other;
  grey.fill(0.5f);
  other = grey;
  add_noise(grey, 0.1f, 3);
  add_noise(other, 0.1f, 4);
  float variance = 0;
  for (const float pixel : grey) variance += (pixel - 0.5f) * (pixel - 0.5f) / image_pixels;
  CHECK(std::sqrt(variance) == doctest::Approx(0.1).epsilon(0.1));
  CHECK(grey != other);
  add_noise(grey, 0.5f, 5);
  const auto [min, max] = std::minmax_element(grey.begin(), grey.end());
  CHECK(*min == 0);
  CHECK(*max == 1);
}

TEST_CASE("augment_image() applies blur and noise") {
  AugmentOptions blurred = no_augmentation, noisy = no_augmentation;
  blurred.blur_pixels = 0.7f;
  noisy.noise = 0.2f;
  Random random(3);
  Image blurry = five(), grainy = five();
  augment_image(blurry, blurred, random);
  augment_image(grainy, noisy, random);
  CHECK(blurry != five());
  CHECK(mass(blurry) == doctest::Approx(mass(five())));
  CHECK(std::ranges::count(grainy, 0.0f) < std::ranges::count(five(), 0.0f));
}

TEST_CASE("an elastic field is smooth and within its range, and range 0 displaces nothing") {
  Random random(11);
  for (int round = 0; round < 20; ++round) {
    const DisplacementField field = elastic_field(4, random);
    float steepest = 0, furthest = 0;
    for (int pixel = 0; pixel < image_pixels; ++pixel) {
      furthest = std::max({furthest, std::abs(field.x[pixel]), std::abs(field.y[pixel])});
      if (pixel % image_side > 0)
        steepest = std::max(steepest, std::abs(field.x[pixel] - field.x[pixel - 1]));
      if (pixel >= image_side)
        steepest = std::max(steepest, std::abs(field.y[pixel] - field.y[pixel - image_side]));
    }
    CHECK(furthest > 0.5f);
    CHECK(furthest <= 4);
    CHECK(steepest < 2 * 4 / 9.0f);
  }
  const DisplacementField flat = elastic_field(0, random);
  CHECK(std::all_of(flat.x.begin(), flat.x.end(), [](float offset) { return offset == 0; }));
}

TEST_CASE("an elastic distortion changes the image and preserves nearly all of its ink") {
  Random random(12);
  AugmentOptions elastic = no_augmentation;
  elastic.elastic_pixels = 3;
  for (int round = 0; round < 20; ++round) {
    Image image = five();
    augment_image(image, elastic, random);
    CHECK(image != five());
    CHECK(mass(image) == doctest::Approx(mass(five())).epsilon(0.3));
  }
}

TEST_CASE("augmentation options are parsed from text and formatted") {
  const AugmentOptions changed = parse_augmentation("elastic 2,  stroke chance 0.25").value();
  CHECK(changed.elastic_pixels == 2);
  CHECK(changed.stroke_width_chance == 0.25f);
  CHECK(changed.shear == AugmentOptions{}.shear);
  CHECK(format_augmentation(parse_augmentation(format_augmentation(changed)).value()) ==
        format_augmentation(changed));
  CHECK(format_augmentation(changed) != format_augmentation({}));
  CHECK(parse_augmentation("elastic 15").error().message == "Augmentation elastic must be between 0 and 14.");
  CHECK(!parse_augmentation("elastic nan"));
  CHECK(!parse_augmentation("elastic"));
  CHECK(parse_augmentation("flip 1").error().message.starts_with(
      "Unknown augmentation \"flip\". Known: rotation, scale,"));
}

TEST_CASE("a blank image stays blank") {
  Random random(3);
  Image image{};
  augment_image(image, {}, random);
  CHECK(mass(image) == 0.0f);
}

TEST_CASE("rotation preserves the ink and its centre of mass") {
  Random random(7);
  AugmentOptions rotation = no_augmentation;
  rotation.rotation_degrees = 15;
  for (int round = 0; round < 50; ++round) {
    Image image = five();
    augment_image(image, rotation, random);
    CHECK(mass(image) == doctest::Approx(mass(five())).epsilon(0.02));
    CHECK(std::abs(centre_of_mass(image)[0] - centre_of_mass(five())[0]) < 0.3f);
    CHECK(std::abs(centre_of_mass(image)[1] - centre_of_mass(five())[1]) < 0.3f);
  }
}

TEST_CASE("scaling changes the amount of ink with the area") {
  Random random(8);
  AugmentOptions resize = no_augmentation;
  resize.scale = 0.15f;
  float min = 2, max = 0;
  for (int round = 0; round < 200; ++round) {
    Image image = five();
    augment_image(image, resize, random);
    min = std::min(min, mass(image) / mass(five()));
    max = std::max(max, mass(image) / mass(five()));
  }
  CHECK(min == doctest::Approx(0.85f * 0.85f).epsilon(0.03));
  CHECK(max == doctest::Approx(1.15f * 1.15f).epsilon(0.03));
}

TEST_CASE("a shift moves the image by fractions of a pixel") {
  Random random(9);
  const Image before = five();
  AugmentOptions shift = no_augmentation;
  shift.shift_pixels = 3;
  float furthest = 0;
  for (int round = 0; round < 50; ++round) {
    Image image = before;
    augment_image(image, shift, random);
    CHECK(mass(image) == doctest::Approx(mass(before)).epsilon(1e-4));
    const float by_x = centre_of_mass(image)[0] - centre_of_mass(before)[0],
                by_y = centre_of_mass(image)[1] - centre_of_mass(before)[1];
    furthest = std::max({furthest, std::abs(by_x), std::abs(by_y)});
    const float whole_x = std::floor(by_x), whole_y = std::floor(by_y), part_x = by_x - whole_x,
                part_y = by_y - whole_y;
    for (int y = 0; y < image_side; ++y) {
      for (int x = 0; x < image_side; ++x) {
        const int from_x = x - static_cast<int>(whole_x), from_y = y - static_cast<int>(whole_y);
        const float upper =
            (1 - part_x) * at(before, from_x, from_y - 1) + part_x * at(before, from_x - 1, from_y - 1);
        const float lower =
            (1 - part_x) * at(before, from_x, from_y) + part_x * at(before, from_x - 1, from_y);
        REQUIRE(at(image, x, y) == doctest::Approx(part_y * upper + (1 - part_y) * lower).epsilon(1e-3));
      }
    }
  }
  CHECK(furthest > 2.5f);
  CHECK(furthest <= 3.001f);
}

TEST_CASE("shear preserves the ink of every row") {
  Random random(10);
  AugmentOptions shear = no_augmentation;
  shear.shear = 0.25f;
  const Image upright = rendered({{{0, 0}, {0, 100}}});
  for (int round = 0; round < 20; ++round) {
    Image image = upright;
    augment_image(image, shear, random);
    for (int y = 0; y < image_side; ++y) {
      float row = 0, row_before = 0;
      for (int x = 0; x < image_side; ++x) row += at(image, x, y), row_before += at(upright, x, y);
      CHECK(row == doctest::Approx(row_before).epsilon(1e-3));
    }
  }
}

TEST_CASE("strokes become wider or narrower by up to the given number of pixels") {
  Random random(13);
  AugmentOptions width = no_augmentation;
  width.stroke_width_pixels = 1;
  width.stroke_width_chance = 1;
  const Image line = rendered({{{0, 0}, {100, 0}}});
  const auto width_of = [](const Image& image) {
    float sum = 0;
    for (int y = 0; y < image_side; ++y) sum += at(image, 14, y);
    return sum;
  };
  float narrowest = 9, widest = 0;
  for (int round = 0; round < 200; ++round) {
    Image image = line;
    augment_image(image, width, random);
    narrowest = std::min(narrowest, width_of(image));
    widest = std::max(widest, width_of(image));
  }
  CHECK(widest - width_of(line) > 0.9f);
  CHECK(widest - width_of(line) <= 1.001f);
  CHECK(width_of(line) - narrowest > 0.5f);
  CHECK(width_of(line) - narrowest <= 1.001f);
}

TEST_CASE("narrowing a thin stroke does not fade it") {
  Random random(14);
  AugmentOptions width = no_augmentation;
  width.stroke_width_pixels = 2;
  width.stroke_width_chance = 1;
  for (int round = 0; round < 50; ++round) {
    Image image = rendered({{{0, 0}, {100, 0}}});
    augment_image(image, width, random);
    CHECK(at(image, 14, 14) == 1.0f);
  }
}

}  // namespace inkling::augment
