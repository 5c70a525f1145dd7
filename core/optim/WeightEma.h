// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <cstdint>
#include <span>

#include "core/base/AlignedVector.h"

namespace inkling::optim {

/// An exponential moving average of the weights (Polyak and Juditsky, 1992), which generalises better than
/// the weights of any one step. Early on the decay is smaller, at most t / (t + 9) at step t, so that the
/// initial weights are soon forgotten. The optimiser updates it together with the weights.
class WeightEma {
 public:
  /// `decay` is the share of the average that a step keeps, below 1. The average starts at `weights`.
  WeightEma(float decay, std::span<const float> weights)
      : decay_(decay), average_(weights.begin(), weights.end()) {}

  /// The share of the distance by which step `step`, counted from 1, moves the average towards the new
  /// weights.
  float update_rate(std::int64_t step) const {
    const auto taken = static_cast<float>(step);
    return 1 - std::min(decay_, taken / (taken + 9));
  }

  std::span<const float> weights() const { return average_; }
  std::span<float> weights() { return average_; }

  /// Continues from an average that weights() returned.
  void restore(std::span<const float> average) { average_.assign(average.begin(), average.end()); }

 private:
  float decay_;
  AlignedVector<float> average_;
};

}  // namespace inkling::optim
