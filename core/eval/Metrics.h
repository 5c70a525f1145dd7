#pragma once

#include <array>
#include <cstdint>
#include <span>

#include "core/data/Dataset.h"

namespace inkling::eval {

/// How well images were read.
class Metrics {
 public:
  using Confusion = std::array<std::array<std::uint32_t, class_count>, class_count>;  // [truth][answer]

  struct ClassScore {
    double precision = 0;  // of the images answered so, the share that is so
    double recall = 0;     // of the images that are so, the share answered so
    double f1 = 0;         // their harmonic mean
  };

  Metrics() = default;

  /// What was counted before.
  Metrics(const Confusion& confusion, double loss_sum) : confusion_(confusion), loss_sum_(loss_sum) {}

  /// Counts one image: its label, and the probability of each digit.
  void add(std::uint8_t label, std::span<const float, class_count> probabilities);

  /// Counts what another has counted.
  void add(const Metrics& other);

  std::uint64_t images() const;
  double accuracy() const;
  double loss() const;  // mean of -ln(probability of the label)
  double loss_sum() const { return loss_sum_; }
  const Confusion& confusion() const { return confusion_; }
  ClassScore score(int label) const;  // a ratio without a denominator is 0

 private:
  Confusion confusion_{};
  double loss_sum_ = 0;
};

}  // namespace inkling::eval
