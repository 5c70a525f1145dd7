// SPDX-License-Identifier: MIT
#include "core/form/WriterAdaptation.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <vector>

#include "core/base/Digit.h"
#include "core/form/BoxDigit.h"

namespace inkling::form {

namespace {

using recognize::DigitReading;

using SmoothImage = std::array<float, image_pixels>;

/// Smooths along one axis with the weights 1, 2, 1. Neighbours on the axis are `step` pixels apart.
void smooth(SmoothImage& image, int step) {
  const SmoothImage before = image;
  for (int pixel = 0; pixel < image_pixels; ++pixel) {
    const int place = step == 1 ? pixel % image_side : pixel / image_side;
    const auto at = [&](int offset) {
      return place + offset < 0 || place + offset >= image_side
                 ? 0.0f
                 : before[static_cast<std::size_t>(pixel + offset * step)];
    };
    image[static_cast<std::size_t>(pixel)] = (at(-1) + 2 * at(0) + at(1)) / 4;
  }
}

/// The image without its details, so that strokes slightly apart are similar.
SmoothImage smooth_image(const DigitImage& image) {
  SmoothImage result;
  std::ranges::transform(image, result.begin(),
                         [](std::uint8_t pixel) { return static_cast<float>(pixel) / 255; });
  for (const int step : {1, 1, image_side, image_side}) smooth(result, step);
  return result;
}

double distance(const SmoothImage& a, const SmoothImage& b) {
  float sum = 0;
  for (std::size_t pixel = 0; pixel < a.size(); ++pixel) sum += (a[pixel] - b[pixel]) * (a[pixel] - b[pixel]);
  return std::sqrt(static_cast<double>(sum));
}

/// The two most probable classes.
struct TopTwo {
  std::size_t first = 0, second = 0;

  explicit TopTwo(const DigitReading& digit) {
    const auto& probabilities = digit.probabilities;
    first = static_cast<std::size_t>(std::ranges::max_element(probabilities) - probabilities.begin());
    second = first == 0 ? 1 : 0;
    for (std::size_t other = 0; other < probabilities.size(); ++other) {
      if (other != first && probabilities[other] > probabilities[second]) second = other;
    }
  }
};

/// The confidently read digits of a page, by class.
class ConfidentDigits {
 public:
  explicit ConfidentDigits(std::span<DigitReading* const> digits) {
    constexpr double min_reference_confidence = 0.98;
    for (const DigitReading* digit : digits) {
      if (confidence_of(*digit) >= min_reference_confidence)
        of_class_[static_cast<std::size_t>(digit->digit)].push_back(smooth_image(digit->image));
    }
  }

  /// The mean distance of an image to its nearest neighbours of a class. None if there are too few.
  std::optional<double> distance_to(std::size_t digit, const SmoothImage& image) const {
    constexpr std::size_t neighbours = 5;
    std::vector<double> distances;
    for (const SmoothImage& other : of_class_[digit]) distances.push_back(distance(image, other));
    if (distances.size() < neighbours) return std::nullopt;
    std::ranges::partial_sort(distances, distances.begin() + neighbours);
    double sum = 0;
    for (std::size_t index = 0; index < neighbours; ++index) sum += distances[index];
    return sum / neighbours;
  }

 private:
  std::array<std::vector<SmoothImage>, digit_count> of_class_;
};

/// Multiplies the odds of the two most probable classes by a power of the ratio of the distances to them.
void reconsider(DigitReading& digit, const ConfidentDigits& confident_digits) {
  constexpr double weight = 12;
  const auto [first, second] = TopTwo(digit);
  const SmoothImage image = smooth_image(digit.image);
  const auto to_first = confident_digits.distance_to(first, image),
             to_second = confident_digits.distance_to(second, image);
  if (!to_first || !to_second) return;
  const double epsilon = 1e-3;
  const double odds = static_cast<double>(digit.probabilities[first]) /
                      std::max(1e-9, static_cast<double>(digit.probabilities[second])) *
                      std::pow((*to_second + epsilon) / (*to_first + epsilon), weight);
  const float both = digit.probabilities[first] + digit.probabilities[second];
  digit.probabilities[first] = static_cast<float>(odds / (1 + odds)) * both;
  digit.probabilities[second] = both - digit.probabilities[first];
  digit.digit = static_cast<int>(odds < 1 ? second : first);
  digit.name = static_cast<char>('0' + digit.digit);
}

}  // namespace

void adapt_to_writer(std::span<DigitReading* const> digits) {
  constexpr double max_confidence = 0.9999;  // of digits that are reconsidered
  const ConfidentDigits confident_digits(digits);
  for (DigitReading* digit : digits) {
    if (digit->is_digit && confidence_of(*digit) < max_confidence) reconsider(*digit, confident_digits);
  }
}

}  // namespace inkling::form
