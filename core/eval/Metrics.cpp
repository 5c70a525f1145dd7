#include "core/eval/Metrics.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <limits>

#include "core/nn/Loss.h"

namespace inkling::eval {

namespace {

double ratio(double part, double all) {
  return all == 0 ? 0 : part / all;
}

}  // namespace

void Metrics::add(std::uint8_t label, std::span<const float, class_count> probabilities) {
  assert(label < class_count);
  ++confusion_[label][nn::argmax(probabilities)];
  // A probability that rounds to 0 would make the whole mean infinite.
  loss_sum_ -= std::log(std::max(probabilities[label], std::numeric_limits<float>::min()));
}

void Metrics::add(const Metrics& other) {
  for (std::size_t truth = 0; truth < class_count; ++truth) {
    for (std::size_t answer = 0; answer < class_count; ++answer) {
      confusion_[truth][answer] += other.confusion_[truth][answer];
    }
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
  double right = 0;
  for (std::size_t label = 0; label < class_count; ++label) right += confusion_[label][label];
  return ratio(right, static_cast<double>(images()));
}

double Metrics::loss() const {
  return ratio(loss_sum_, static_cast<double>(images()));
}

Metrics::ClassScore Metrics::score(int label) const {
  const auto own = static_cast<std::size_t>(label);
  double answered = 0, true_images = 0;
  for (std::size_t other = 0; other < class_count; ++other) {
    answered += confusion_[other][own];
    true_images += confusion_[own][other];
  }
  const double right = confusion_[own][own];
  return {ratio(right, answered), ratio(right, true_images), ratio(2 * right, answered + true_images)};
}

}  // namespace inkling::eval
