// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

#include "core/data/Batches.h"

namespace inkling::eval {

/// How accurate predictions are, counted image by image.
class Metrics {
 public:
  using Confusion = std::array<std::array<std::uint32_t, class_count>, class_count>;  // [label][predicted]

  struct ClassScore {
    double precision = 0;  // of the images predicted as this class, the share that are
    double recall = 0;     // of the images of this class, the share predicted as it
    double f1 = 0;         // the harmonic mean of the two
  };

  Metrics() = default;

  /// Continues from an earlier count.
  Metrics(const Confusion& confusion, double loss_sum) : confusion_(confusion), loss_sum_(loss_sum) {}

  /// Counts one image by its label and the probability of each digit.
  void add(std::uint8_t label, std::span<const float, class_count> probabilities);

  /// Counts the images of another.
  void add(const Metrics& other);

  std::uint64_t images() const;
  double accuracy() const;
  double loss() const;  // mean of -ln(probability of the label)
  double loss_sum() const { return loss_sum_; }
  const Confusion& confusion() const { return confusion_; }
  ClassScore score(int label) const;  // a ratio of nothing is 0

 private:
  Confusion confusion_{};
  double loss_sum_ = 0;
};

/// Counts the images of a labelled subset, from `first` on, by their `logits` [images, 10].
void add_metrics(const data::Subset& subset, std::size_t first, std::span<const float> logits,
                 Metrics& metrics);

}  // namespace inkling::eval
