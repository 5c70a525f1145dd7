#include "core/augment/StrokeAugment.h"

#include <doctest/doctest.h>

#include <numeric>

#include "core/data/Batches.h"
#include "core/ink/Ink.h"
#include "core/ink/Render.h"
#include "tests/core/augment/NoAugmentation.h"

using namespace inkling;
using namespace inkling::augment;

namespace {

const ink::Ink five = {{{40, 0}, {5, 0}, {0, 45}, {30, 35}, {45, 60}, {30, 85}, {0, 80}}};
constexpr StrokeAugmentOptions still{
    .narrowest_share = 0.11f, .widest_share = 0.11f, .slant = 0, .tremor = 0};

int mass(const DigitImage& image) {
  return std::accumulate(image.begin(), image.end(), 0);
}

}  // namespace

TEST_CASE("with nothing to change a digit is drawn as it is for reading") {
  Random random(1);
  CHECK(redraw(five, still, random) == *ink::render(five));
}

TEST_CASE("one state of the generator draws one picture, another state another") {
  Random a(1), b(1), c(2);
  const DigitImage image = redraw(five, {}, a);
  CHECK(redraw(five, {}, b) == image);
  CHECK(redraw(five, {}, c) != image);
}

TEST_CASE("a wider pen leaves more ink") {
  Random random(1);
  StrokeAugmentOptions narrow = still, wide = still;
  narrow.narrowest_share = narrow.widest_share = 0.07f;
  wide.narrowest_share = wide.widest_share = 0.16f;
  CHECK(mass(redraw(five, wide, random)) > 3 * mass(redraw(five, narrow, random)) / 2);
}

TEST_CASE("dots and nothing at all are drawn, too") {
  Random random(1);
  CHECK(mass(redraw({{{3, 3}}}, {}, random)) > 0);
  CHECK(mass(redraw({}, {}, random)) == 0);
}

TEST_CASE("a digit with an ink comes into batches drawn anew each epoch, and without augmentation as it is") {
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

TEST_CASE("inks come back from their bytes, and others have other bytes") {
  const std::vector<ink::Ink> inks = {five, {}, {{{1, 2}}, {{3, 4}, {5, 6}}}},
                              others = {five, {}, {{{1, 2}, {3, 4}}, {{5, 6}}}};
  CHECK(ink::serialize_inks(ink::deserialize_inks(ink::serialize_inks(inks))) == ink::serialize_inks(inks));
  CHECK(ink::deserialize_inks(ink::serialize_inks(inks))[2][1].size() == 2);
  CHECK(ink::serialize_inks(inks) != ink::serialize_inks(others));
}
