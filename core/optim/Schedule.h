#pragma once

#include <cstdint>

namespace inkling::optim {

/// How the learning rate goes over a training.
struct Schedule {
  enum class Kind {
    constant,
    one_cycle,  // up to the peak over the first 30 % of the steps, then down to next to nothing (Smith, 2018)
    cosine,     // from the peak on its way down to next to nothing (Loshchilov and Hutter, 2017)
  };

  Kind kind = Kind::constant;
  float peak = 1e-3f;

  /// The rate of step `step`, counted from 0, out of `steps`.
  float rate(std::int64_t step, std::int64_t steps) const;
};

}  // namespace inkling::optim
