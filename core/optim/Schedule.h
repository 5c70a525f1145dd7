// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstdint>

#include "core/base/EnumNames.h"

namespace inkling::optim {

/// The learning rate over the steps of a training run.
struct Schedule {
  enum class Kind {
    constant,
    one_cycle,  // warm-up to the peak over the first 30% of the steps, then annealing to nearly 0 (Smith,
                // 2018)
    cosine,     // annealing from the peak to nearly 0 (Loshchilov and Hutter, 2017)
  };

  Kind kind = Kind::constant;
  float peak = 1e-3f;

  /// The learning rate of a step, 0 <= step < steps.
  float rate(std::int64_t step, std::int64_t steps) const;
};

/// To add one: its case in rate(), and the page's choice in web/src/shared/trainingSettings.ts.
inline constexpr std::array schedule_names = {EnumName{"constant", Schedule::Kind::constant},
                                              EnumName{"one-cycle", Schedule::Kind::one_cycle},
                                              EnumName{"cosine", Schedule::Kind::cosine}};

}  // namespace inkling::optim
