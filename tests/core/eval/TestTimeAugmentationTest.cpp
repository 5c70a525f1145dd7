#include "core/eval/TestTimeAugmentation.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <numeric>

#include "core/synthetic/SyntheticDigits.h"

using namespace inkling;
using namespace inkling::eval;

namespace {

/// Logits of 0 but for one that is `height` above them.
std::array<float, class_count> peak(float height) {
  std::array<float, class_count> logits{};
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

/// How much of the two images lies apart, as a share of the first one's ink.
double difference(const DigitImage& one, const DigitImage& other) {
  const int sum = std::inner_product(one.begin(), one.end(), other.begin(), 0, std::plus<>(),
                                     [](int left, int right) { return std::abs(left - right); });
  return static_cast<double>(sum) / ink_of(one);
}

}  // namespace

TEST_CASE("an answer is sure from a calibrated probability of 0.95 on") {
  // e^h / (e^h + 9) = 0.95 for h = ln 171 = 5.14.
  CHECK(needs_tta(peak(5.1f), 1));
  CHECK_FALSE(needs_tta(peak(5.2f), 1));
  CHECK_FALSE(needs_tta(peak(2.6f), 0.5f));
  CHECK(needs_tta(peak(5.2f), 2));
}

TEST_CASE("an image that is looked at again stays near itself, and put nowhere else is itself") {
  const DigitImage image = some_digit();
  CHECK(placed(image, {}) == image);
  for (const augment::AffineParams& params : tta_transforms) {
    const DigitImage there = placed(image, params);
    CHECK(difference(image, there) > 0.05);
    CHECK(difference(image, there) < 0.9);
    CHECK(ink_of(there) == doctest::Approx(ink_of(image)).epsilon(0.02));
  }
}

TEST_CASE("an image is turned as a clock's hand is") {
  DigitImage upright{};
  for (int y = 2; y < 14; ++y) upright[static_cast<std::size_t>(y * image_side + 13)] = 255;
  const DigitImage right = placed(upright, {.degrees = 90});
  int ink_on_the_right = 0;
  for (int x = 14; x < image_side; ++x)
    for (int y = 0; y < image_side; ++y)
      ink_on_the_right += right[static_cast<std::size_t>(y * image_side + x)];
  CHECK(ink_on_the_right > 0.9 * ink_of(right));
}
