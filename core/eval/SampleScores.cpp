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
  for (auto* values : {&sure, &uncalibrated, &label_probability, &losses}) values->reserve(size);
}

void SampleScores::add(std::uint32_t row, std::uint8_t label, std::span<const float> logits,
                       float temperature) {
  assert(label < class_count && logits.size() == class_count);
  const auto ten = logits.first<class_count>();
  const auto chances = model::probabilities(ten, temperature);
  const std::uint8_t digit = nn::argmax(ten);
  rows.push_back(row);
  labels.push_back(label);
  predicted.push_back(digit);
  sure.push_back(chances[digit]);
  uncalibrated.push_back(temperature == 1 ? chances[digit] : model::probabilities(ten, 1)[digit]);
  label_probability.push_back(chances[label]);
  losses.push_back(-std::log(std::max(std::numeric_limits<float>::min(), chances[label])));
}

void add_scores(const data::Subset& subset, std::size_t first, std::span<const float> logits,
                float temperature, SampleScores& scores) {
  const std::size_t count = logits.size() / class_count;
  assert(first + count <= subset.size());
  for (std::size_t image = 0; image < count; ++image) {
    const std::uint32_t row = subset.indices[first + image];
    scores.add(row, subset.dataset->labels[row], logits.subspan(image * class_count, class_count),
               temperature);
  }
}

Metrics::Confusion confusion_of(const SampleScores& scores) {
  Metrics::Confusion confusion{};
  for (std::size_t place = 0; place < scores.size(); ++place) {
    ++confusion[scores.labels[place]][scores.predicted[place]];
  }
  return confusion;
}

std::vector<std::uint32_t> worst_mistakes(const SampleScores& scores, std::size_t most) {
  std::vector<std::uint32_t> wrong;
  for (std::uint32_t place = 0; place < scores.size(); ++place) {
    if (scores.predicted[place] != scores.labels[place]) wrong.push_back(place);
  }
  std::stable_sort(wrong.begin(), wrong.end(),
                   [&](auto one, auto other) { return scores.losses[one] > scores.losses[other]; });
  wrong.resize(std::min(most, wrong.size()));
  return wrong;
}

}  // namespace inkling::eval
