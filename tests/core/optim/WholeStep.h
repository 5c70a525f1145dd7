#pragma once

#include <span>

#include "core/optim/Optimiser.h"

namespace inkling::optim {

/// A step with all of the gradient at once, in one thread.
inline void whole_step(Optimiser& optimiser, std::span<float> weights, std::span<const float> gradient,
                       float learning_rate) {
  const auto nobody = [](std::size_t, std::size_t) {};
  ThreadPool single_process;
  optimiser.start_step(learning_rate);
  optimiser.update(0, gradient, weights, nobody);
  optimiser.finish_step(weights, single_process, nobody);
}

}  // namespace inkling::optim
