// SPDX-License-Identifier: MIT
#include "core/recognize/OcclusionMap.h"

#include <doctest/doctest.h>

#include <cmath>

#include "core/nn/Architecture.h"

using namespace inkling;
using namespace inkling::recognize;

namespace {

constexpr int upper = 8, lower = 20;

/// The logit of 3 is the ink in the upper half, that of 5 the ink in the lower half; the others are 0.
Recognizer halves() {
  nn::Network network = nn::build_network("flatten | dense 10").value();
  AlignedVector<float> weights(network.weight_count);
  const auto weight = [&](int digit, int pixel) -> float& { return weights[pixel * digit_count + digit]; };
  for (int pixel = 0; pixel < image_pixels; ++pixel) weight(pixel < image_pixels / 2 ? 3 : 5, pixel) = 1;
  return Recognizer({std::move(network), std::move(weights), {}});
}

/// The rows `upper` and `lower` are ink.
DigitImage two_bars() {
  DigitImage image{};
  for (int x = 0; x < image_side; ++x) image[upper * image_side + x] = image[lower * image_side + x] = 255;
  return image;
}

std::array<float, image_pixels> evidence(const Recognizer& recognizer, int digit, int rival) {
  OcclusionMap map(recognizer, two_bars(), digit, rival);
  int rows = 0;
  for (; !map.done(); ++rows) map.advance();
  CHECK(rows == 14);
  return map.evidence();
}

}  // namespace

TEST_CASE("ink is evidence for its digit, and paper for the digit that ink there would speak against") {
  const auto found = evidence(halves(), 3, 5);
  const auto at = [&](int x, int y) { return found[y * image_side + x]; };
  CHECK(at(14, upper) > 1);
  CHECK(at(14, lower) < -1);
  CHECK(at(14, upper - 5) < -1);  // ink there would be evidence for the 3
  CHECK(at(14, lower + 5) > 1);
}

TEST_CASE("evidence is the change of the log odds") {
  const auto found = evidence(halves(), 3, 5);
  // The bar lies half a pixel from one row of places and 1.5 from the next, which are interpolated. A
  // Gaussian of standard deviation 2 there removes this much of the bar.
  double along = 0;
  for (int x = -12; x <= 15; ++x) along += std::exp(-(x - 0.5) * (x - 0.5) / 8);
  const double expected = along * (0.75 * std::exp(-0.25 / 8) + 0.25 * std::exp(-2.25 / 8));
  CHECK(found[upper * image_side + 12] == doctest::Approx(expected).epsilon(0.02));
}

TEST_CASE("swapping the digit and its rival flips the sign") {
  const auto one = evidence(halves(), 3, 5), other = evidence(halves(), 5, 3);
  for (int pixel = 0; pixel < image_pixels; ++pixel) REQUIRE(one[pixel] == doctest::Approx(-other[pixel]));
}

TEST_CASE("digits that depend on no pixel have no evidence") {
  for (const float worth : evidence(halves(), 1, 2)) REQUIRE(worth == 0);
}
