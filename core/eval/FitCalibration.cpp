// SPDX-License-Identifier: MIT
#include "core/eval/FitCalibration.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <cmath>
#include <numeric>

#include "core/eval/BatchInference.h"
#include "core/eval/OodMetrics.h"
#include "core/nn/Loss.h"

namespace inkling::eval {

namespace {

/// The logits of one of `images`.
std::span<const float> row(std::span<const float> logits, std::size_t images, std::size_t image) {
  const std::size_t classes = logits.size() / images;
  return logits.subspan(image * classes, classes);
}

/// The mean of the logits under softmax(logits / T), for sharpness = 1 / T.
double expected_logit(std::span<const float> logits, double sharpness) {
  const double largest = *std::max_element(logits.begin(), logits.end());
  double total = 0, weighted = 0;
  for (const float logit : logits) {
    const double weight = std::exp(sharpness * (logit - largest));
    total += weight;
    weighted += weight * logit;
  }
  return weighted / total;
}

/// The sum over all images of the logits' mean under the smoothed label.
double sum_of_targets(std::span<const float> logits, std::span<const std::uint8_t> labels) {
  const double smoothing = 1 / static_cast<double>(labels.size() + 1);
  double sum = 0;
  for (std::size_t image = 0; image < labels.size(); ++image) {
    const auto values = row(logits, labels.size(), image);
    const double mean =
        std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
    sum += (1 - smoothing) * values[labels[image]] + smoothing * mean;
  }
  return sum;
}

/// Rounds to the precision of the model file, so that a model is unchanged by writing and reading it, and
/// differences between machines in the last bits vanish. Rounding the threshold down never rejects additional
/// digits.
model::Calibration rounded(float temperature, float energy_threshold) {
  const double scale = std::pow(10.0, model::calibration_decimals);
  return {static_cast<float>(std::round(temperature * scale) / scale),
          static_cast<float>(std::floor(std::min(energy_threshold, model::max_energy) * scale) / scale)};
}

}  // namespace

// With b = 1 / T the log-likelihood of an image is b z_label - logsumexp(b z), which is concave in b. Its
// derivative is z_label minus the expected logit, which grows with b: so bisection finds where the sums are
// equal.
float fit_temperature(std::span<const float> logits, std::span<const std::uint8_t> labels) {
  assert(!labels.empty() && logits.size() % labels.size() == 0);
  constexpr int bisections = 40;  // narrow a range of 20 to less than a float resolves
  const double target = sum_of_targets(logits, labels);
  double low = 1.0 / model::max_temperature, high = 1.0 / model::min_temperature;
  for (int bisection = 0; bisection < bisections; ++bisection) {
    const double sharpness = (low + high) / 2;
    double expected = 0;
    for (std::size_t image = 0; image < labels.size(); ++image)
      expected += expected_logit(row(logits, labels.size(), image), sharpness);
    (expected < target ? low : high) = sharpness;
  }
  return std::clamp(static_cast<float>(2 / (low + high)), model::min_temperature, model::max_temperature);
}

double expected_calibration_error(std::span<const float> logits, std::span<const std::uint8_t> labels,
                                  float temperature) {
  constexpr int bin_count = 15;
  std::array<double, bin_count> gaps{};  // sum of confidences minus correct predictions
  for (std::size_t image = 0; image < labels.size(); ++image) {
    const auto probabilities = model::probabilities(row(logits, labels.size(), image), temperature);
    const std::uint8_t predicted = nn::argmax(probabilities);
    const float confidence = probabilities[predicted];
    const int bin = confidence > 0 ? static_cast<int>(std::ceil(confidence * bin_count)) - 1
                                   : 0;  // bins are (0, 1/15], ...
    gaps[static_cast<std::size_t>(std::min(bin, bin_count - 1))] += confidence - (predicted == labels[image]);
  }
  double sum = 0;
  for (const double gap : gaps) sum += std::abs(gap);
  return labels.empty() ? 0 : sum / static_cast<double>(labels.size());
}

float acceptance_threshold(double rate, std::vector<float> scores) {
  constexpr double rounding = 1e-9;  // in floating point 1 - 0.9 is less than 0.1
  const double rejected = (1 - rate) * static_cast<double>(scores.size() + 1);
  const auto rank = std::min(static_cast<std::size_t>(rejected + rounding), scores.size());
  if (rank == 0) return 0;
  const auto kth = scores.begin() + static_cast<std::ptrdiff_t>(rank - 1);
  std::nth_element(scores.begin(), kth, scores.end());
  return *kth;
}

float separating_threshold(std::vector<float> scores, std::vector<float> negative_scores) {
  constexpr double rejected = 0.99;
  const auto rank = static_cast<std::size_t>(rejected * static_cast<double>(negative_scores.size() - 1));
  const auto ranked = negative_scores.begin() + static_cast<std::ptrdiff_t>(rank);
  std::nth_element(negative_scores.begin(), ranked, negative_scores.end());
  return std::min(*ranked, *std::ranges::min_element(scores));
}

CalibrationFit fit_calibration(std::span<const float> logits, std::span<const std::uint8_t> labels,
                               double acceptance_rate, std::span<const float> negatives) {
  const std::size_t classes = logits.size() / labels.size();
  const std::vector<float> scores = energies(logits, classes);
  const float threshold = negatives.empty() ? acceptance_threshold(acceptance_rate, scores)
                                            : separating_threshold(scores, energies(negatives, classes));
  const model::Calibration calibration = rounded(fit_temperature(logits, labels), threshold);
  return {calibration, expected_calibration_error(logits, labels, 1),
          expected_calibration_error(logits, labels, calibration.temperature)};
}

std::vector<float> negative_logits(const model::Model& model, const data::Dataset& dataset,
                                   std::size_t held_out, ThreadPool& pool,
                                   distributed::Communicator& communicator, double acceptance_rate) {
  const bool enough = acceptance_threshold(acceptance_rate, std::vector<float>(held_out, 1)) > 0;
  const data::Subset negatives = data::without_class(dataset);
  if (enough || acceptance_rate == 1 || negatives.size() == 0) return {};
  const auto logits = compute_logits(model.network, model.weights, negatives, pool, communicator);
  return {logits.begin(), logits.end()};
}

CalibrationFit calibrate(model::Model& model, const data::Subset& held_out, ThreadPool& pool,
                         distributed::Communicator& communicator, double acceptance_rate) {
  std::vector<std::uint8_t> labels;
  labels.reserve(held_out.size());
  for (const std::uint32_t index : held_out.indices) labels.push_back(held_out.dataset->labels[index]);
  const auto logits = compute_logits(model.network, model.weights, held_out, pool, communicator);
  const auto negatives =
      negative_logits(model, *held_out.dataset, held_out.size(), pool, communicator, acceptance_rate);
  const CalibrationFit fit = fit_calibration(logits, labels, acceptance_rate, negatives);
  model.calibration = fit.calibration;
  return fit;
}

}  // namespace inkling::eval
