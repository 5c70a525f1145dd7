// SPDX-License-Identifier: MIT
#include "core/eval/Metrics.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <limits>

#include "core/base/AlignedVector.h"
#include "core/nn/Loss.h"

namespace inkling::eval {

namespace {

double ratio(double part, double whole) {
  return whole == 0 ? 0 : part / whole;
}

}  // namespace

void Metrics::add(std::uint8_t label, std::span<const float, class_count> probabilities) {
  assert(label < class_count);
  ++confusion_[label][nn::argmax(probabilities)];
  // A probability rounded to 0 would make the mean infinite.
  loss_sum_ -= std::log(std::max(probabilities[label], std::numeric_limits<float>::min()));
}

void Metrics::add(const Metrics& other) {
  for (std::size_t label = 0; label < class_count; ++label) {
    for (std::size_t predicted = 0; predicted < class_count; ++predicted)
      confusion_[label][predicted] += other.confusion_[label][predicted];
  }
  loss_sum_ += other.loss_sum_;
}

std::uint64_t Metrics::images() const {
  std::uint64_t sum = 0;
  for (const auto& row : confusion_) {
    for (const std::uint32_t count : row) sum += count;
  }
  return sum;
}

double Metrics::accuracy() const {
  double correct = 0;
  for (std::size_t label = 0; label < class_count; ++label) correct += confusion_[label][label];
  return ratio(correct, static_cast<double>(images()));
}

double Metrics::loss() const {
  return ratio(loss_sum_, static_cast<double>(images()));
}

Metrics::ClassScore Metrics::score(int label) const {
  const auto own = static_cast<std::size_t>(label);
  double predicted = 0, labelled = 0;
  for (std::size_t other = 0; other < class_count; ++other) {
    predicted += confusion_[other][own];
    labelled += confusion_[own][other];
  }
  const double correct = confusion_[own][own];
  return {ratio(correct, predicted), ratio(correct, labelled), ratio(2 * correct, predicted + labelled)};
}

void add_metrics(const data::Subset& subset, std::size_t first, std::span<const float> logits,
                 Metrics& metrics) {
  const std::size_t images = logits.size() / class_count;
  assert(first + images <= subset.size());
  AlignedVector<float> probabilities(logits.begin(), logits.end());
  nn::softmax<float>({probabilities.data(), static_cast<Eigen::Index>(images), class_count});
  for (std::size_t image = 0; image < images; ++image) {
    const std::uint8_t label = subset.dataset->labels[subset.indices[first + image]];
    metrics.add(label, std::span(probabilities).subspan(image * class_count).first<class_count>());
  }
}

}  // namespace inkling::eval
