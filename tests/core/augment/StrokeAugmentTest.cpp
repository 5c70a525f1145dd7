// SPDX-License-Identifier: MIT
#include "core/augment/StrokeAugment.h"

#include <doctest/doctest.h>

#include <cmath>
#include <numeric>

#include "core/data/Batches.h"
#include "core/ink/Render.h"
#include "tests/core/augment/NoAugmentation.h"

using namespace inkling;
using namespace inkling::augment;

namespace {

const ink::Ink five = {{{40, 0}, {5, 0}, {0, 45}, {30, 35}, {45, 60}, {30, 85}, {0, 80}}};
constexpr StrokeAugmentOptions unchanged{
    .min_pen_share = 0.11f, .max_pen_share = 0.11f, .slant = 0, .tremor = 0};

int mass(const DigitImage& image) {
  return std::accumulate(image.begin(), image.end(), 0);
}

}  // namespace

TEST_CASE("with all ranges zero a digit is rendered as for reading") {
  Random random(1);
  CHECK(redraw_strokes(five, 5, unchanged, random) == *ink::render(five));
}

TEST_CASE("the same seed redraws the same image, another seed a different one") {
  Random a(1), b(1), c(2);
  const DigitImage image = redraw_strokes(five, 5, {}, a);
  CHECK(redraw_strokes(five, 5, {}, b) == image);
  CHECK(redraw_strokes(five, 5, {}, c) != image);
}

TEST_CASE("a wider pen leaves more ink") {
  Random random(1);
  StrokeAugmentOptions narrow = unchanged, wide = unchanged;
  narrow.min_pen_share = narrow.max_pen_share = 0.07f;
  wide.min_pen_share = wide.max_pen_share = 0.16f;
  CHECK(mass(redraw_strokes(five, 5, wide, random)) > 3 * mass(redraw_strokes(five, 5, narrow, random)) / 2);
}

TEST_CASE("a dot leaves ink, and empty ink gives a blank image") {
  Random random(1);
  CHECK(mass(redraw_strokes({{{3, 3}}}, 5, {}, random)) > 0);
  CHECK(mass(redraw_strokes({}, 5, {}, random)) == 0);
}

TEST_CASE("stretching, variants and coarse sampling change a digit that has points enough") {
  ink::Stroke circle;
  for (int step = 0; step <= 60; ++step) {
    const float angle = static_cast<float>(step) * 0.1047f;
    circle.push_back({30 + 25 * std::cos(angle), 50 + 40 * std::sin(angle)});
  }
  const auto redrawn = [&](StrokeAugmentOptions options, std::uint8_t label) {
    Random random(7);
    return redraw_strokes({circle}, label, options, random);
  };
  StrokeAugmentOptions stretched = unchanged, variant = unchanged, coarse = unchanged;
  stretched.stretch = 0.4f;
  variant.variant_chance = 1;
  coarse.coarse_chance = 1;
  const DigitImage plain = *ink::render({circle});
  CHECK(redrawn(stretched, 0) != plain);
  CHECK(redrawn(coarse, 0) != plain);
  CHECK(mass(redrawn(variant, 0)) > mass(plain));
  CHECK(redrawn(variant, 8) == plain);
  CHECK(redrawn(variant, no_class) == plain);
}

TEST_CASE("batches redraw digits with strokes each epoch, and never without augmentation") {
  data::Dataset dataset;
  const DigitImage image = *ink::render(five);
  dataset.pixels.assign(image.begin(), image.end());
  dataset.labels = {5};
  dataset.inks = {five};
  const data::Subset all = data::whole(dataset);
  std::array<float, image_pixels> plain, first, second, again;
  to_floats(image, plain);
  data::Batches(all, {.size = 1, .seed = 1, .augmentation = {}}).load(0, 0, first);
  CHECK(first == plain);
  data::Batches batches(all, {.size = 1, .seed = 1, .augmentation = no_augmentation});
  batches.load(0, 0, first);
  batches.start_epoch(1);
  CHECK(batches.load(0, 0, second) == 5);
  CHECK(first != plain);
  CHECK(first != second);
  batches.start_epoch(0);
  batches.load(0, 0, again);
  CHECK(first == again);
}
