// SPDX-License-Identifier: MIT
#include "core/eval/TestTimeAugmentation.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <numbers>
#include <numeric>

#include "core/synthetic/SyntheticDigits.h"

using namespace inkling;
using namespace inkling::eval;

namespace {

/// Logits of 0, but `height` for digit 3.
std::array<float, digit_count> peak(float height) {
  std::array<float, digit_count> logits{};
  logits[3] = height;
  return logits;
}

DigitImage some_digit() {
  DigitImage image;
  std::ranges::copy(synthetic::synthetic_digits(1, 5).image(0), image.begin());
  return image;
}

int ink_of(const DigitImage& image) {
  return std::accumulate(image.begin(), image.end(), 0);
}

/// The sum of absolute differences, as a share of the first image's ink.
double difference(const DigitImage& one, const DigitImage& other) {
  const int sum = std::inner_product(one.begin(), one.end(), other.begin(), 0, std::plus<>(),
                                     [](int left, int right) { return std::abs(left - right); });
  return static_cast<double>(sum) / ink_of(one);
}

}  // namespace

TEST_CASE("a calibrated probability below 0.95 needs test-time augmentation") {
  // e^h / (e^h + 9) = 0.95 for h = ln 171 = 5.14.
  CHECK(needs_tta(peak(5.1f), 1));
  CHECK_FALSE(needs_tta(peak(5.2f), 1));
  CHECK_FALSE(needs_tta(peak(2.6f), 0.5f));
  CHECK(needs_tta(peak(5.2f), 2));
}

TEST_CASE("a transformed image is similar, and the identity changes nothing") {
  const DigitImage image = some_digit();
  CHECK(transformed(image, {}) == image);
  for (const augment::AffineParams& params : tta_transforms) {
    const DigitImage changed = transformed(image, params);
    CHECK(difference(image, changed) > 0.05);
    CHECK(difference(image, changed) < 0.9);
    CHECK(ink_of(changed) == doctest::Approx(ink_of(image)).epsilon(0.02));
  }
}

TEST_CASE("the rotations are by 4 degrees") {
  const float angle = 4 * std::numbers::pi_v<float> / 180;
  CHECK(four_degrees.cosine == doctest::Approx(std::cos(angle)).epsilon(1e-7));
  CHECK(four_degrees.sine == doctest::Approx(std::sin(angle)).epsilon(1e-7));
}

TEST_CASE("a positive rotation is clockwise") {
  DigitImage upright{};
  for (int y = 2; y < 14; ++y) upright[static_cast<std::size_t>(y * image_side + 13)] = 255;
  const DigitImage right = transformed(upright, {.rotation = {.cosine = 0, .sine = 1}});
  int ink_on_the_right = 0;
  for (int x = 14; x < image_side; ++x)
    for (int y = 0; y < image_side; ++y)
      ink_on_the_right += right[static_cast<std::size_t>(y * image_side + x)];
  CHECK(ink_on_the_right > 0.9 * ink_of(right));
}
