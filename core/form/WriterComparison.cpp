// SPDX-License-Identifier: MIT
#include "core/form/WriterComparison.h"

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

/// Smooths along one axis, whose neighbours are `step` pixels apart, with the weights 1, 2, 1.
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

/// The image without its details, so that strokes that are a little apart resemble each other.
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

/// The two likeliest classes.
struct Likeliest {
  std::size_t first = 0, second = 0;

  explicit Likeliest(const DigitReading& digit) {
    const auto& probabilities = digit.probabilities;
    first = static_cast<std::size_t>(std::ranges::max_element(probabilities) - probabilities.begin());
    second = first == 0 ? 1 : 0;
    for (std::size_t other = 0; other < probabilities.size(); ++other) {
      if (other != first && probabilities[other] > probabilities[second]) second = other;
    }
  }
};

/// The digits of a page that are read without a doubt, by their class.
class SureDigits {
 public:
  explicit SureDigits(std::span<DigitReading* const> digits) {
    constexpr double without_doubt = 0.98;
    for (const DigitReading* digit : digits) {
      if (confidence_of(*digit) >= without_doubt)
        of_class_[static_cast<std::size_t>(digit->digit)].push_back(smooth_image(digit->image));
    }
  }

  /// How far an image is from those of a class that are nearest; none if there are few.
  std::optional<double> distance_to(std::size_t digit, const SmoothImage& image) const {
    constexpr std::size_t nearest = 5;
    std::vector<double> distances;
    for (const SmoothImage& other : of_class_[digit]) distances.push_back(distance(image, other));
    if (distances.size() < nearest) return std::nullopt;
    std::ranges::partial_sort(distances, distances.begin() + nearest);
    double sum = 0;
    for (std::size_t index = 0; index < nearest; ++index) sum += distances[index];
    return sum / nearest;
  }

 private:
  std::array<std::vector<SmoothImage>, digit_count> of_class_;
};

/// Divides the probability of two classes anew: their odds grow with a power of the ratio of the distances.
void reconsider(DigitReading& digit, const SureDigits& sure_digits) {
  constexpr double weight = 12;
  const auto [first, second] = Likeliest(digit);
  const SmoothImage image = smooth_image(digit.image);
  const auto to_first = sure_digits.distance_to(first, image),
             to_second = sure_digits.distance_to(second, image);
  if (!to_first || !to_second) return;
  const double least = 1e-3;
  const double odds = static_cast<double>(digit.probabilities[first]) /
                      std::max(1e-9, static_cast<double>(digit.probabilities[second])) *
                      std::pow((*to_second + least) / (*to_first + least), weight);
  const float both = digit.probabilities[first] + digit.probabilities[second];
  digit.probabilities[first] = static_cast<float>(odds / (1 + odds)) * both;
  digit.probabilities[second] = both - digit.probabilities[first];
  digit.digit = static_cast<int>(odds < 1 ? second : first);
  digit.name = static_cast<char>('0' + digit.digit);
}

}  // namespace

void compare_with_sure_digits(std::span<DigitReading* const> digits) {
  constexpr double hardly_a_doubt = 0.9999;
  const SureDigits sure_digits(digits);
  for (DigitReading* digit : digits) {
    if (digit->is_digit && confidence_of(*digit) < hardly_a_doubt) reconsider(*digit, sure_digits);
  }
}

}  // namespace inkling::form
