#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "core/base/AlignedVector.h"

namespace inkling::optim {

/// An exponential average of the weights over the steps (Polyak and Juditsky, 1992), which reads better than
/// the weights of any one step. Early on it forgets faster, so that it does not remember the initial weights:
/// at step t the decay is at most t / (t + 9).
class WeightEma {
 public:
  /// `decay` is the share kept at each step, below 1; 0 averages nothing and follows the weights.
  WeightEma(float decay, std::span<const float> weights)
      : decay_(decay), average_(weights.begin(), weights.end()) {}

  /// Takes in the weights [begin, begin + size) after step `step`, counted from 1. Stretches that do not
  /// overlap may be taken in at the same time.
  void add(std::size_t begin, std::span<const float> weights, std::int64_t step);

  std::span<const float> weights() const { return average_; }

  /// Goes on from an average that weights() gave.
  void restore(std::span<const float> average) { average_.assign(average.begin(), average.end()); }

 private:
  float decay_;
  AlignedVector<float> average_;
};

}  // namespace inkling::optim
