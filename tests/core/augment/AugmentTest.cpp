#include "core/augment/Augment.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

#include "core/augment/AugmentText.h"
#include "core/augment/BlurAndNoise.h"
#include "core/augment/Elastic.h"
#include "core/ink/Render.h"
#include "tests/core/augment/NoAugmentation.h"

namespace inkling::augment {

namespace {

using Image = std::array<float, image_pixels>;

Image drawn(const ink::Ink& ink) {
  const auto rendered = ink::render(ink);
  Image image{};
  for (std::size_t pixel = 0; pixel < image.size(); ++pixel)
    image[pixel] = static_cast<float>((*rendered)[pixel]) / 255;
  return image;
}

Image five() {
  return drawn({{{40, 0}, {5, 0}, {0, 45}, {30, 35}, {45, 60}, {30, 85}, {0, 80}}});
}

float mass(const Image& image) {
  return std::accumulate(image.begin(), image.end(), 0.0f);
}

float at(const Image& image, int x, int y) {
  const bool inside = x >= 0 && x < image_side && y >= 0 && y < image_side;
  return inside ? image[static_cast<std::size_t>(y * image_side + x)] : 0;
}

/// The x and y of the centre of mass, from the middle of the field.
std::array<float, 2> centre(const Image& image) {
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

TEST_CASE("with all ranges zero the image stays as it is, bit for bit") {
  Random random(1);
  Image image = five();
  for (int round = 0; round < 20; ++round) augment(image, no_augmentation, random);
  CHECK(image == five());
}

TEST_CASE("one state of the generator gives one image, another state another") {
  Image first = five(), again = five(), other = five();
  Random a(4), b(4), c(5);
  augment(first, {}, a);
  augment(again, {}, b);
  augment(other, {}, c);
  CHECK(first == again);
  CHECK(first != other);
  CHECK(first != five());
}

TEST_CASE("the generator moves on equally far whatever the image and the options") {
  Image blank{}, image = five();
  Random a(6), b(6);
  augment(blank, {}, a);
  augment(image, no_augmentation, b);
  CHECK(a.state() == b.state());
}

TEST_CASE("values stay from 0 to 1, also with ranges far too large") {
  Random random(2);
  const AugmentOptions wild{.rotation_degrees = 180,
                            .scale = 0.9f,
                            .aspect = 0.9f,
                            .shear = 5,
                            .shift_pixels = 1e6f,
                            .stroke_pixels = 2,
                            .stroke_chance = 1,
                            .pen = {}};
  for (int round = 0; round < 400; ++round) {
    Image image = five();
    augment(image, round % 2 == 0 ? wild : AugmentOptions{}, random);
    const auto [least, most] = std::minmax_element(image.begin(), image.end());
    CHECK(*least >= 0.0f);
    CHECK(*most <= 1.0f);
  }
}

TEST_CASE("a blur spreads a dot by its standard deviation and keeps the ink") {
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

TEST_CASE("noise has its standard deviation, stays in range and is another for another seed") {
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
  const auto [least, most] = std::minmax_element(grey.begin(), grey.end());
  CHECK(*least == 0);
  CHECK(*most == 1);
}

TEST_CASE("augmentation blurs and adds noise where it shall") {
  AugmentOptions blurred = no_augmentation, noisy = no_augmentation;
  blurred.blur_pixels = 0.7f;
  noisy.noise = 0.2f;
  Random random(3);
  Image soft = five(), speckled = five();
  augment(soft, blurred, random);
  augment(speckled, noisy, random);
  CHECK(soft != five());
  CHECK(mass(soft) == doctest::Approx(mass(five())));
  CHECK(std::ranges::count(speckled, 0.0f) < std::ranges::count(five(), 0.0f));
}

TEST_CASE("an elastic field bends smoothly, within its range, and 0 bends nothing") {
  Random random(11);
  for (int round = 0; round < 20; ++round) {
    const Displacement field = elastic(4, random);
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
  const Displacement flat = elastic(0, random);
  CHECK(std::all_of(flat.x.begin(), flat.x.end(), [](float off) { return off == 0; }));
}

TEST_CASE("an elastic image keeps nearly all of its ink, and is another") {
  Random random(12);
  AugmentOptions bend = no_augmentation;
  bend.elastic_pixels = 3;
  for (int round = 0; round < 20; ++round) {
    Image image = five();
    augment(image, bend, random);
    CHECK(image != five());
    CHECK(mass(image) == doctest::Approx(mass(five())).epsilon(0.3));
  }
}

TEST_CASE("augmentation is named and changed by text") {
  const AugmentOptions changed = change_augmentation({}, "elastic 2,  stroke chance 0.25").value();
  CHECK(changed.elastic_pixels == 2);
  CHECK(changed.stroke_chance == 0.25f);
  CHECK(changed.shear == AugmentOptions{}.shear);
  CHECK(to_text(change_augmentation({}, to_text(changed)).value()) == to_text(changed));
  CHECK(to_text(changed) != to_text({}));
  CHECK(change_augmentation({}, "elastic 15").error().message ==
        "The augmentation's elastic goes from 0 to 14.");
  CHECK(!change_augmentation({}, "elastic nan"));
  CHECK(!change_augmentation({}, "elastic"));
  CHECK(change_augmentation({}, "flip 1")
            .error()
            .message.starts_with("There is no augmentation \"flip\"; there are rotation, scale,"));
}

TEST_CASE("blank paper stays blank") {
  Random random(3);
  Image image{};
  augment(image, {}, random);
  CHECK(mass(image) == 0.0f);
}

TEST_CASE("a turned image keeps its ink and its middle") {
  Random random(7);
  AugmentOptions turn = no_augmentation;
  turn.rotation_degrees = 15;
  for (int round = 0; round < 50; ++round) {
    Image image = five();
    augment(image, turn, random);
    CHECK(mass(image) == doctest::Approx(mass(five())).epsilon(0.02));
    CHECK(std::abs(centre(image)[0] - centre(five())[0]) < 0.3f);
    CHECK(std::abs(centre(image)[1] - centre(five())[1]) < 0.3f);
  }
}

TEST_CASE("a scaled image has the ink of its new size") {
  Random random(8);
  AugmentOptions resize = no_augmentation;
  resize.scale = 0.15f;
  float least = 2, most = 0;
  for (int round = 0; round < 200; ++round) {
    Image image = five();
    augment(image, resize, random);
    least = std::min(least, mass(image) / mass(five()));
    most = std::max(most, mass(image) / mass(five()));
  }
  CHECK(least == doctest::Approx(0.85f * 0.85f).epsilon(0.03));
  CHECK(most == doctest::Approx(1.15f * 1.15f).epsilon(0.03));
}

TEST_CASE("a shifted image is the image, shifted by part pixels") {
  Random random(9);
  const Image before = five();
  AugmentOptions shift = no_augmentation;
  shift.shift_pixels = 3;
  float furthest = 0;
  for (int round = 0; round < 50; ++round) {
    Image image = before;
    augment(image, shift, random);
    CHECK(mass(image) == doctest::Approx(mass(before)).epsilon(1e-4));
    const float by_x = centre(image)[0] - centre(before)[0], by_y = centre(image)[1] - centre(before)[1];
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

TEST_CASE("a sheared image leans to the side and keeps its rows") {
  Random random(10);
  AugmentOptions lean = no_augmentation;
  lean.shear = 0.25f;
  const Image upright = drawn({{{0, 0}, {0, 100}}});
  for (int round = 0; round < 20; ++round) {
    Image image = upright;
    augment(image, lean, random);
    for (int y = 0; y < image_side; ++y) {
      float row = 0, row_before = 0;
      for (int x = 0; x < image_side; ++x) row += at(image, x, y), row_before += at(upright, x, y);
      CHECK(row == doctest::Approx(row_before).epsilon(1e-3));
    }
  }
}

TEST_CASE("strokes become wider or narrower by up to as many pixels as asked") {
  Random random(13);
  AugmentOptions width = no_augmentation;
  width.stroke_pixels = 1;
  width.stroke_chance = 1;
  const Image line = drawn({{{0, 0}, {100, 0}}});
  const auto width_of = [](const Image& image) {
    float sum = 0;
    for (int y = 0; y < image_side; ++y) sum += at(image, 14, y);
    return sum;
  };
  float narrowest = 9, widest = 0;
  for (int round = 0; round < 200; ++round) {
    Image image = line;
    augment(image, width, random);
    narrowest = std::min(narrowest, width_of(image));
    widest = std::max(widest, width_of(image));
  }
  CHECK(widest - width_of(line) > 0.9f);
  CHECK(widest - width_of(line) <= 1.001f);
  CHECK(width_of(line) - narrowest > 0.5f);
  CHECK(width_of(line) - narrowest <= 1.001f);
}

TEST_CASE("a narrowed stroke does not fade") {
  Random random(14);
  AugmentOptions width = no_augmentation;
  width.stroke_pixels = 2;
  width.stroke_chance = 1;
  for (int round = 0; round < 50; ++round) {
    Image image = drawn({{{0, 0}, {100, 0}}});
    augment(image, width, random);
    CHECK(at(image, 14, 14) == 1.0f);
  }
}

}  // namespace inkling::augment
