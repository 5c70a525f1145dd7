#include "core/eval/Calibrate.h"

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

std::span<const float, class_count> row(std::span<const float> logits, std::size_t image) {
  return logits.subspan(image * class_count).first<class_count>();
}

/// The mean of the logits by the probabilities that softmax(sharpness * logits) gives them.
double expected_logit(std::span<const float, class_count> logits, double sharpness) {
  const double largest = *std::max_element(logits.begin(), logits.end());
  double total = 0, weighted = 0;
  for (const float logit : logits) {
    const double weight = std::exp(sharpness * (logit - largest));
    total += weight;
    weighted += weight * logit;
  }
  return weighted / total;
}

/// What the true digit's logit, softened, adds up to over all images.
double sum_of_targets(std::span<const float> logits, std::span<const std::uint8_t> labels) {
  const double softening = 1 / static_cast<double>(labels.size() + 1);
  double sum = 0;
  for (std::size_t image = 0; image < labels.size(); ++image) {
    const auto values = row(logits, image);
    const double mean = std::accumulate(values.begin(), values.end(), 0.0) / class_count;
    sum += (1 - softening) * values[labels[image]] + softening * mean;
  }
  return sum;
}

/// With no more places than a file holds, so that a model read is the one that was written, and a last bit
/// that machines differ in is not seen. Down, as that refuses no more digits.
model::Calibration rounded(float temperature, float energy_threshold) {
  const double scale = std::pow(10.0, model::calibration_places);
  return {static_cast<float>(std::round(temperature * scale) / scale),
          static_cast<float>(std::floor(std::min(energy_threshold, model::most_energy) * scale) / scale)};
}

}  // namespace

// With sharpness b = 1 / T the log-likelihood of an image is b z_label - logsumexp(b z), which is concave in
// b; its slope is z_label less the expected logit, which grows with b. So the best b is where the two sums
// meet.
float fit_temperature(std::span<const float> logits, std::span<const std::uint8_t> labels) {
  assert(!labels.empty() && logits.size() == labels.size() * class_count);
  constexpr int halvings = 40;  // of a range of 20, to less than the last bit of a float
  const double wanted = sum_of_targets(logits, labels);
  double blunt = 1.0 / model::most_temperature, sharp = 1.0 / model::least_temperature;
  for (int halving = 0; halving < halvings; ++halving) {
    const double sharpness = (blunt + sharp) / 2;
    double expected = 0;
    for (std::size_t image = 0; image < labels.size(); ++image)
      expected += expected_logit(row(logits, image), sharpness);
    (expected < wanted ? blunt : sharp) = sharpness;
  }
  return std::clamp(static_cast<float>(2 / (blunt + sharp)), model::least_temperature,
                    model::most_temperature);
}

double expected_calibration_error(std::span<const float> logits, std::span<const std::uint8_t> labels,
                                  float temperature) {
  constexpr int bin_count = 15;
  std::array<double, bin_count> surplus{};  // probabilities less right answers
  for (std::size_t image = 0; image < labels.size(); ++image) {
    const auto candidates = model::probabilities(row(logits, image), temperature);
    const std::uint8_t answer = nn::argmax(candidates);
    const float sure = candidates[answer];
    const int bin =
        sure > 0 ? static_cast<int>(std::ceil(sure * bin_count)) - 1 : 0;  // (0, 1/15] is the first
    surplus[static_cast<std::size_t>(std::min(bin, bin_count - 1))] += sure - (answer == labels[image]);
  }
  double sum = 0;
  for (const double difference : surplus) sum += std::abs(difference);
  return labels.empty() ? 0 : sum / static_cast<double>(labels.size());
}

CalibrationFit fit_calibration(std::span<const float> logits, std::span<const std::uint8_t> labels,
                               double accept) {
  const model::Calibration calibration =
      rounded(fit_temperature(logits, labels), threshold_accepting(accept, energies(logits)));
  return {calibration, expected_calibration_error(logits, labels, 1),
          expected_calibration_error(logits, labels, calibration.temperature)};
}

CalibrationFit calibrate(model::Model& model, const data::Subset& held_out, ThreadPool& pool,
                         distributed::Communicator& communicator, double accept) {
  std::vector<std::uint8_t> labels;
  labels.reserve(held_out.size());
  for (const std::uint32_t index : held_out.indices) labels.push_back(held_out.dataset->labels[index]);
  const auto logits = logits_of(model.network, model.weights, held_out, pool, communicator);
  const CalibrationFit fit = fit_calibration(logits, labels, accept);
  model.calibration = fit.calibration;
  return fit;
}

}  // namespace inkling::eval
