// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include <array>
#include <cmath>

#include "core/eval/Metrics.h"

using namespace inkling;
using namespace inkling::eval;

namespace {

std::array<float, digit_count> predicted_as(int digit, float probability = 0.91f) {
  std::array<float, digit_count> probabilities;
  probabilities.fill((1 - probability) / 9);
  probabilities[static_cast<std::size_t>(digit)] = probability;
  return probabilities;
}

}  // namespace

TEST_CASE("accuracy, loss and class scores follow from the counts") {
  Metrics metrics(digit_count);
  for (int image = 0; image < 3; ++image) metrics.add(7, predicted_as(7));
  metrics.add(7, predicted_as(1));
  metrics.add(1, predicted_as(7));
  CHECK(metrics.images() == 5);
  CHECK(metrics.accuracy() == doctest::Approx(0.6));
  CHECK(metrics.loss() == doctest::Approx(-(3 * std::log(0.91) + 2 * std::log(0.01)) / 5));
  CHECK(metrics.confusion()[7][1] == 1);
  CHECK(metrics.score(7).precision == doctest::Approx(0.75));
  CHECK(metrics.score(7).recall == doctest::Approx(0.75));
  CHECK(metrics.score(1).f1 == 0);
  CHECK(metrics.score(4).precision == 0);  // no prediction to divide by
}

TEST_CASE("a label with probability 0 has a large but finite loss") {
  Metrics metrics(digit_count);
  metrics.add(3, predicted_as(5, 1.0f));
  CHECK(std::isfinite(metrics.loss()));
  CHECK(metrics.loss() > 80);
}

TEST_CASE("the metrics of parts add up to those of the whole") {
  Metrics whole(digit_count), first(digit_count), second(digit_count);
  for (int image = 0; image < 20; ++image) {
    const auto probabilities = predicted_as(image * 7 % 10);
    const auto label = static_cast<std::uint8_t>(image % 10);
    whole.add(label, probabilities);
    (image < 8 ? first : second).add(label, probabilities);
  }
  first.add(second);
  CHECK(first.confusion() == whole.confusion());
  CHECK(first.loss() == doctest::Approx(whole.loss()));
}
