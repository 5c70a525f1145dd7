// SPDX-License-Identifier: MIT
#include "core/nn/Loss.h"

#include <doctest/doctest.h>

#include <array>
#include <cmath>
#include <vector>

using namespace inkling;
using namespace inkling::nn;

namespace {

constexpr int classes = 4;
constexpr std::array<double, 2 * classes> logits = {1, -2, 0.5, 3, 0, 2, -1, 0.25};

}  // namespace

TEST_CASE("images of no class add no loss, are never correct and do not count") {
  const std::vector<std::uint8_t> labels = {3, classes}, labelled = {3};
  const LossSum both = softmax_cross_entropy<double>({logits.data(), 2, classes}, labels),
                labelled_only = softmax_cross_entropy<double>({logits.data(), 1, classes}, labelled);
  CHECK(both.loss == labelled_only.loss);
  CHECK(both.correct == 1);
  CHECK(both.images == 1);
}

TEST_CASE("the target for images of no class is equal probabilities, with or without label smoothing") {
  const std::vector<std::uint8_t> labels = {classes, classes};
  std::array<double, 2 * classes> probabilities = logits;
  softmax<double>({probabilities.data(), 2, classes});
  for (const double smoothing : {0.0, 0.1}) {
    std::array<double, 2 * classes> gradient;
    softmax_cross_entropy<double>({logits.data(), 2, classes}, labels, smoothing, gradient.data(), 2);
    for (std::size_t index = 0; index < gradient.size(); ++index)
      CHECK(gradient[index] == doctest::Approx((probabilities[index] - 1.0 / classes) / 2));
  }
}

TEST_CASE("an image of no class whose logits are equal has no gradient") {
  const std::array<double, classes> equal = {7, 7, 7, 7};
  const std::vector<std::uint8_t> labels = {classes};
  std::array<double, classes> gradient;
  softmax_cross_entropy<double>({equal.data(), 1, classes}, labels, 0.0, gradient.data());
  for (const double part : gradient) CHECK(std::abs(part) < 1e-15);
}
