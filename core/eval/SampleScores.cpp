// SPDX-License-Identifier: MIT
#include "core/eval/SampleScores.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <limits>

#include "core/model/Calibration.h"
#include "core/nn/Loss.h"

namespace inkling::eval {

void SampleScores::reserve(std::size_t size) {
  rows.reserve(size);
  for (auto* digits : {&labels, &predicted}) digits->reserve(size);
  for (auto* values : {&confidence, &uncalibrated_confidence, &label_probability, &losses})
    values->reserve(size);
}

void SampleScores::add(std::uint32_t row, std::uint8_t label, std::span<const float> logits,
                       float temperature) {
  assert(label < logits.size());
  const auto probabilities = model::probabilities(logits, temperature);
  const std::uint8_t prediction = nn::argmax(logits);
  rows.push_back(row);
  labels.push_back(label);
  predicted.push_back(prediction);
  confidence.push_back(probabilities[prediction]);
  uncalibrated_confidence.push_back(temperature == 1 ? probabilities[prediction]
                                                     : model::probabilities(logits, 1)[prediction]);
  label_probability.push_back(probabilities[label]);
  losses.push_back(-std::log(std::max(std::numeric_limits<float>::min(), probabilities[label])));
}

void add_scores(const data::Subset& subset, std::size_t first, std::span<const float> logits,
                float temperature, SampleScores& scores) {
  const std::size_t classes = subset.dataset->classes.size(), count = logits.size() / classes;
  assert(first + count <= subset.size());
  for (std::size_t image = 0; image < count; ++image) {
    const std::uint32_t row = subset.indices[first + image];
    scores.add(row, subset.dataset->labels[row], logits.subspan(image * classes, classes), temperature);
  }
}

Metrics::Confusion confusion_of(const SampleScores& scores, std::size_t classes) {
  Metrics::Confusion confusion = Metrics(classes).confusion();
  for (std::size_t index = 0; index < scores.size(); ++index) {
    ++confusion[scores.labels[index]][scores.predicted[index]];
  }
  return confusion;
}

std::vector<std::uint32_t> worst_mistakes(const SampleScores& scores, std::size_t count) {
  std::vector<std::uint32_t> wrong;
  for (std::uint32_t index = 0; index < scores.size(); ++index) {
    if (scores.predicted[index] != scores.labels[index]) wrong.push_back(index);
  }
  std::stable_sort(wrong.begin(), wrong.end(),
                   [&](auto one, auto other) { return scores.losses[one] > scores.losses[other]; });
  wrong.resize(std::min(count, wrong.size()));
  return wrong;
}

}  // namespace inkling::eval
