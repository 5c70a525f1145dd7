// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "core/data/Batches.h"

namespace inkling::eval {

/// How accurate predictions are, counted image by image.
class Metrics {
 public:
  using Confusion = std::vector<std::vector<std::uint32_t>>;  // [label][predicted]

  struct ClassScore {
    double precision = 0;  // of the images predicted as this class, the share that are
    double recall = 0;     // of the images of this class, the share predicted as it
    double f1 = 0;         // the harmonic mean of the two
  };

  /// Of no classes: what is to be assigned, or isn't known.
  Metrics() = default;

  explicit Metrics(std::size_t classes) : confusion_(classes, std::vector<std::uint32_t>(classes)) {}

  /// Continues from an earlier count.
  Metrics(Confusion confusion, double loss_sum) : confusion_(std::move(confusion)), loss_sum_(loss_sum) {}

  std::size_t classes() const { return confusion_.size(); }

  /// Counts one image by its label and the probability of each class.
  void add(std::uint8_t label, std::span<const float> probabilities);

  /// Counts the images of another, of the same classes.
  void add(const Metrics& other);

  std::uint64_t images() const;
  double accuracy() const;
  double loss() const;  // mean of -ln(probability of the label)
  double loss_sum() const { return loss_sum_; }
  const Confusion& confusion() const { return confusion_; }
  ClassScore score(std::size_t label) const;  // a ratio of nothing is 0

 private:
  Confusion confusion_;
  double loss_sum_ = 0;
};

/// Counts the images of a labelled subset, from `first` on, by their `logits` [images, classes].
void add_metrics(const data::Subset& subset, std::size_t first, std::span<const float> logits,
                 Metrics& metrics);

}  // namespace inkling::eval
