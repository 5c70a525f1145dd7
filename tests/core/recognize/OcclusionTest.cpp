#include "core/recognize/Occlusion.h"

#include <doctest/doctest.h>

#include <cmath>

#include "core/nn/Architecture.h"

using namespace inkling;
using namespace inkling::recognize;

namespace {

constexpr int upper = 8, lower = 20;

/// Its logit of 3 is the ink of the upper half, that of 5 the ink of the lower one; all others are 0.
Recognizer halves() {
  nn::Network network = nn::build_network("flatten | dense 10").value();
  AlignedVector<float> weights(network.weight_count);
  const auto weight = [&](int digit, int pixel) -> float& { return weights[pixel * class_count + digit]; };
  for (int pixel = 0; pixel < image_pixels; ++pixel) weight(pixel < image_pixels / 2 ? 3 : 5, pixel) = 1;
  return Recognizer({std::move(network), std::move(weights), {}});
}

/// Ink in the row `upper` and in the row `lower`, all along.
DigitImage two_bars() {
  DigitImage image{};
  for (int x = 0; x < image_side; ++x) image[upper * image_side + x] = image[lower * image_side + x] = 255;
  return image;
}

std::array<float, image_pixels> evidence(const Recognizer& recognizer, int answer, int rival) {
  Occlusion occlusion(recognizer, two_bars(), answer, rival);
  int rows = 0;
  for (; !occlusion.done(); ++rows) occlusion.advance();
  CHECK(rows == 14);
  return occlusion.evidence();
}

}  // namespace

TEST_CASE(
    "ink speaks for the digit that would lose by its removal, and paper for the one that ink would harm") {
  const auto found = evidence(halves(), 3, 5);
  const auto at = [&](int x, int y) { return found[y * image_side + x]; };
  CHECK(at(14, upper) > 1);
  CHECK(at(14, lower) < -1);
  CHECK(at(14, upper - 5) < -1);  // ink there would speak for the 3
  CHECK(at(14, lower + 5) > 1);
}

TEST_CASE("what is worth how much is the change of the log odds") {
  const auto found = evidence(halves(), 3, 5);
  // The bar lies between two rows of places, half a pixel from one and 1.5 from the other, which count by how
  // near they are; a bell of standard deviation 2 there takes this much of the bar off.
  double along = 0;
  for (int x = -12; x <= 15; ++x) along += std::exp(-(x - 0.5) * (x - 0.5) / 8);
  const double expected = along * (0.75 * std::exp(-0.25 / 8) + 0.25 * std::exp(-2.25 / 8));
  CHECK(found[upper * image_side + 12] == doctest::Approx(expected).epsilon(0.02));
}

TEST_CASE("the rival's evidence is the answer's with the other sign") {
  const auto one = evidence(halves(), 3, 5), other = evidence(halves(), 5, 3);
  for (int pixel = 0; pixel < image_pixels; ++pixel) REQUIRE(one[pixel] == doctest::Approx(-other[pixel]));
}

TEST_CASE("a digit that none of the pixels speak for has evidence nowhere") {
  for (const float worth : evidence(halves(), 1, 2)) REQUIRE(worth == 0);
}
