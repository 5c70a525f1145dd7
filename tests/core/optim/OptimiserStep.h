// SPDX-License-Identifier: MIT
#pragma once

#include <span>

#include "core/optim/Optimiser.h"

namespace inkling::optim {

/// One step in one thread, with the whole gradient at once.
inline void optimiser_step(Optimiser& optimiser, std::span<float> weights, std::span<const float> gradient,
                           float learning_rate, WeightEma* ema = nullptr) {
  ThreadPool one_thread;
  optimiser.start_step(learning_rate, ema);
  optimiser.update(0, gradient, weights);
  optimiser.finish_step(weights, one_thread);
}

}  // namespace inkling::optim
