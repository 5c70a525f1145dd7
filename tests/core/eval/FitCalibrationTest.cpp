// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <utility>

#include "core/base/Random.h"
#include "core/eval/BatchInference.h"
#include "core/eval/FitCalibration.h"
#include "core/eval/OodMetrics.h"
#include "core/nn/Architecture.h"
#include "core/nn/Loss.h"
#include "core/synthetic/ClassNegatives.h"
#include "core/synthetic/SyntheticDigits.h"

using namespace inkling;
using namespace inkling::eval;

namespace {

struct Outputs {
  std::vector<float> logits;         // [images, 10]
  std::vector<std::uint8_t> labels;  // [images]
};

std::uint8_t sample(std::span<const float> probabilities, double draw) {
  std::size_t digit = 0;
  for (; digit + 1 < probabilities.size() && draw >= probabilities[digit]; ++digit)
    draw -= probabilities[digit];
  return static_cast<std::uint8_t>(digit);
}

/// The outputs of a network that is calibrated at `temperature`.
Outputs outputs_of(std::size_t images, float temperature, std::uint64_t seed) {
  Random random(seed);
  Outputs outputs;
  for (std::size_t image = 0; image < images; ++image) {
    std::array<float, digit_count> logits;
    for (float& logit : logits) logit = random.uniform(0, 12);
    outputs.logits.insert(outputs.logits.end(), logits.begin(), logits.end());
    outputs.labels.push_back(sample(model::probabilities(logits, temperature), random.uniform()));
  }
  return outputs;
}

/// An image for each entry, predicted as 0 with that confidence, correctly or not.
Outputs outputs_with(std::initializer_list<std::pair<double, bool>> entries) {
  Outputs outputs;
  for (const auto& [confidence, correct] : entries) {
    for (std::size_t digit = 0; digit < digit_count; ++digit)
      outputs.logits.push_back(static_cast<float>(std::log(digit == 0 ? confidence : (1 - confidence) / 9)));
    outputs.labels.push_back(correct ? 0 : 1);
  }
  return outputs;
}

double loss_at(const Outputs& outputs, float temperature) {
  double loss = 0;
  for (std::size_t image = 0; image < outputs.labels.size(); ++image) {
    const auto values = model::probabilities(
        std::span(outputs.logits).subspan(image * digit_count).first<digit_count>(), temperature);
    loss -= std::log(values[outputs.labels[image]]);
  }
  return loss / static_cast<double>(outputs.labels.size());
}

double ece_of(const Outputs& outputs, float temperature = 1) {
  return expected_calibration_error(outputs.logits, outputs.labels, temperature);
}

/// 1, 2, ..., `last`.
std::vector<float> scores_up_to(int last) {
  std::vector<float> scores(static_cast<std::size_t>(last));
  std::iota(scores.begin(), scores.end(), 1.0f);
  return scores;
}

}  // namespace

TEST_CASE("the temperature that labels were drawn with is recovered") {
  for (const float temperature : {0.5f, 1.0f, 3.0f}) {
    const Outputs outputs = outputs_of(10'000, temperature, 1);
    CHECK(fit_temperature(outputs.logits, outputs.labels) == doctest::Approx(temperature).epsilon(0.03));
  }
}

TEST_CASE("the fitted temperature has a smaller loss than those nearby") {
  const Outputs outputs = outputs_of(5'000, 2, 3);
  const float fitted = fit_temperature(outputs.logits, outputs.labels);
  CHECK(loss_at(outputs, fitted) < loss_at(outputs, fitted * 1.02f));
  CHECK(loss_at(outputs, fitted) < loss_at(outputs, fitted / 1.02f));
}

TEST_CASE("doubled logits have twice the temperature") {
  Outputs outputs = outputs_of(500, 1, 4);
  const float fitted = fit_temperature(outputs.logits, outputs.labels);
  for (float& logit : outputs.logits) logit *= 2;
  CHECK(fit_temperature(outputs.logits, outputs.labels) == doctest::Approx(2 * fitted));
}

TEST_CASE("without an error the confidence is limited by the number of images") {
  const Outputs few = outputs_with({{0.9, true}, {0.9, true}, {0.9, true}});
  const float temperature = fit_temperature(few.logits, few.labels);
  // The smoothed labels give the true digit 1 - (1 / 4) (9 / 10).
  CHECK(model::probabilities(std::span(few.logits).first<digit_count>(), temperature)[0] ==
        doctest::Approx(0.775));
  const Outputs wrong = outputs_with({{0.9, false}, {0.9, false}, {0.9, false}});
  CHECK(fit_temperature(wrong.logits, wrong.labels) == doctest::Approx(model::max_temperature));
}

TEST_CASE("the calibration error is the difference between confidence and accuracy") {
  CHECK(ece_of(outputs_with({{0.8, true}})) == doctest::Approx(0.2));
  CHECK(ece_of(outputs_with({{0.8, false}})) == doctest::Approx(0.8));
  CHECK(ece_of(outputs_with({{0.75, true}, {0.75, true}, {0.75, true}, {0.75, false}})) ==
        doctest::Approx(0).epsilon(1e-6));
  // Within a bin (0.8 to 0.867) opposite errors cancel out; in two bins they do not.
  CHECK(ece_of(outputs_with({{0.81, true}, {0.85, false}})) == doctest::Approx(0.33));
  CHECK(ece_of(outputs_with({{0.81, true}, {0.9, false}})) == doctest::Approx((0.19 + 0.9) / 2));
  CHECK(ece_of({}) == 0);
}

TEST_CASE("a fitted temperature removes most of the calibration error") {
  const Outputs outputs = outputs_of(20'000, 3, 5), others = outputs_of(20'000, 3, 6);
  const CalibrationFit fit = fit_calibration(outputs.logits, outputs.labels);
  CHECK(fit.ece_before > 0.2);
  CHECK(fit.ece_after < 0.02);
  CHECK(ece_of(others, fit.calibration.temperature) < 0.02);
  CHECK(acceptance_rate(energies(others.logits, digit_count), fit.calibration.energy_threshold) ==
        doctest::Approx(0.99).epsilon(0.003));
}

TEST_CASE("logits that are not finite give a calibration in range") {
  Outputs outputs = outputs_of(200, 1, 7);
  outputs.logits[5] = std::numeric_limits<float>::infinity();
  outputs.logits[25] = std::numeric_limits<float>::quiet_NaN();
  const auto [temperature, energy_threshold] = fit_calibration(outputs.logits, outputs.labels).calibration;
  CHECK(temperature >= model::min_temperature);
  CHECK(temperature <= model::max_temperature);
  CHECK(std::isfinite(energy_threshold));
}

TEST_CASE("a calibration depends on the images of the subset, not on the number of threads") {
  const data::Dataset dataset = synthetic::synthetic_digits(700, 3);
  model::Model model;
  model.network = nn::build_network("flatten | dense 10").value();
  Random random(1, Purpose::weights);
  model.weights = nn::initial_weights<float>(model.network, nn::Initialisation{}, random);
  data::Subset held_out = data::whole(dataset);
  std::erase_if(held_out.indices, [](std::uint32_t index) { return index % 3 == 0; });
#if !defined(__EMSCRIPTEN__) || defined(__EMSCRIPTEN_PTHREADS__)
  ThreadPool one, several(3);
#else
  ThreadPool one, several;
#endif
  const CalibrationFit fit = calibrate(model, held_out, one);
  REQUIRE(model.calibration.has_value());
  CHECK(model.calibration->temperature == fit.calibration.temperature);
  const data::Dataset chosen = data::select(dataset, held_out.indices);
  const CalibrationFit second = calibrate(model, data::whole(chosen), several);
  CHECK(second.calibration.temperature == fit.calibration.temperature);
  CHECK(second.calibration.energy_threshold == fit.calibration.energy_threshold);
  const auto logits = compute_logits(model.network, model.weights, data::whole(chosen), one);
  CHECK(acceptance_rate(energies(logits, digit_count), fit.calibration.energy_threshold) >= 0.99);
}

TEST_CASE("with few images the threshold is the least that negatives stay below, and no image does") {
  CHECK(separating_threshold({50, 60, 70}, scores_up_to(10)) == 9);
  CHECK(separating_threshold({5, 60, 70}, scores_up_to(10)) == 5);
  CHECK(separating_threshold({5}, {1}) == 1);
}

TEST_CASE("a calibration on few images rejects negatives, one on many what is unlike the images") {
  const auto threshold_with = [](std::size_t images) {
    const data::Dataset digits = synthetic::synthetic_digits(images, 3);
    data::Dataset dataset = digits;
    data::append(dataset, synthetic::negatives_for(digits, 50, 1));
    model::Model model;
    model.network = nn::build_network("flatten | dense 10").value();
    Random random(1, Purpose::weights);
    model.weights = nn::initial_weights<float>(model.network, nn::Initialisation{}, random);
    data::Subset held_out = data::whole(dataset);
    held_out.indices.resize(images);
    ThreadPool pool;
    const float beside_negatives = calibrate(model, held_out, pool).calibration.energy_threshold;
    return std::pair(beside_negatives,
                     calibrate(model, data::whole(digits), pool).calibration.energy_threshold);
  };
  const auto [separating, accepting] = threshold_with(30);
  CHECK(separating > 0);
  CHECK(accepting == 0);
  const auto [many, alone] = threshold_with(200);
  CHECK(many == alone);
}

TEST_CASE("the threshold for an acceptance rate is one of the scores") {
  CHECK(acceptance_threshold(0.99, scores_up_to(999)) == 10);
  CHECK(acceptance_rate(scores_up_to(999), 10) == doctest::Approx(990.0 / 999));
  CHECK(acceptance_threshold(0.9, scores_up_to(9)) == 1);
  CHECK(acceptance_threshold(0.9, scores_up_to(19)) == 2);
  CHECK(acceptance_threshold(0.5, {4, 2, 8, 6, 2}) == 4);
  CHECK(acceptance_threshold(0, scores_up_to(9)) == 9);
}

TEST_CASE("with too few scores for an acceptance rate everything is accepted") {
  CHECK(acceptance_threshold(0.99, scores_up_to(98)) == 0);
  CHECK(acceptance_threshold(0.99, scores_up_to(99)) == 1);
  CHECK(acceptance_threshold(0.99, {}) == 0);
  CHECK(acceptance_threshold(1, scores_up_to(999)) == 0);
}

TEST_CASE("another digit is accepted at the promised rate") {
  Random random(5);
  double accepted = 0;
  constexpr int rounds = 4000;
  for (int round = 0; round < rounds; ++round) {
    std::vector<float> scores(30);
    for (float& score : scores) score = random.uniform();
    accepted += random.uniform() >= acceptance_threshold(0.8, scores);
  }
  CHECK(accepted / rounds > 0.8);
  CHECK(accepted / rounds < 0.84);
}
