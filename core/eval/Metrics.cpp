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

void Metrics::add(std::uint8_t label, std::span<const float> probabilities) {
  assert(label < classes() && probabilities.size() == classes());
  ++confusion_[label][nn::argmax(probabilities)];
  // A probability rounded to 0 would make the mean infinite.
  loss_sum_ -= std::log(std::max(probabilities[label], std::numeric_limits<float>::min()));
}

void Metrics::add(const Metrics& other) {
  assert(other.classes() == classes());
  for (std::size_t label = 0; label < classes(); ++label) {
    for (std::size_t predicted = 0; predicted < classes(); ++predicted)
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
  for (std::size_t label = 0; label < classes(); ++label) correct += confusion_[label][label];
  return ratio(correct, static_cast<double>(images()));
}

double Metrics::loss() const {
  return ratio(loss_sum_, static_cast<double>(images()));
}

Metrics::ClassScore Metrics::score(std::size_t label) const {
  double predicted = 0, labelled = 0;
  for (std::size_t other = 0; other < classes(); ++other) {
    predicted += confusion_[other][label];
    labelled += confusion_[label][other];
  }
  const double correct = confusion_[label][label];
  return {ratio(correct, predicted), ratio(correct, labelled), ratio(2 * correct, predicted + labelled)};
}

void add_metrics(const data::Subset& subset, std::size_t first, std::span<const float> logits,
                 Metrics& metrics) {
  const std::size_t classes = metrics.classes(), images = logits.size() / classes;
  assert(first + images <= subset.size());
  AlignedVector<float> probabilities(logits.begin(), logits.end());
  nn::softmax<float>(
      {probabilities.data(), static_cast<Eigen::Index>(images), static_cast<Eigen::Index>(classes)});
  for (std::size_t image = 0; image < images; ++image) {
    const std::uint8_t label = subset.dataset->labels[subset.indices[first + image]];
    metrics.add(label, std::span<const float>(probabilities).subspan(image * classes, classes));
  }
}

}  // namespace inkling::eval
