#pragma once

#include <cassert>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "core/base/AlignedVector.h"
#include "core/optim/WeightSpans.h"

namespace inkling {

struct AdamWOptions {
  float beta1 = 0.9f;
  float beta2 = 0.999f;
  float epsilon = 1e-8f;
  float weight_decay = 0;       // per step, times the learning rate; 0 makes it plain Adam
  float statistic_rate = 0.1f;  // how far running statistics go towards each batch's
};

/// Adam (Kingma and Ba, 2015) with decoupled weight decay (Loshchilov and Hutter, 2019).
class AdamW {
 public:
  struct State {
    std::int64_t steps = 0;
    AlignedVector<float> mean, square;  // moments of the gradient, same shape as the weights
  };

  AdamW(const AdamWOptions& options, WeightSpans spans);

  /// Begins the next step. It is done once update() has been called for every stretch of the weights.
  void start_step(float learning_rate);

  /// Moves the weights [begin, begin + size of gradient) by their gradient. Stretches that do not overlap may
  /// be updated at the same time.
  void update(std::size_t begin, std::span<const float> gradient, std::span<float> weights);

  /// A whole step at once.
  void step(std::span<float> weights, std::span<const float> gradient, float learning_rate) {
    start_step(learning_rate);
    update(0, gradient, weights);
  }

  const State& state() const { return state_; }

  /// Goes on from there; the moments must have the weights' size.
  void restore(State state) {
    assert(state.mean.size() == state_.mean.size() && state.square.size() == state_.square.size());
    state_ = std::move(state);
  }

 private:
  void learn(const WeightSpan& span, const float* gradient, float* weights);
  void follow(const WeightSpan& span, const float* gradient, float* weights) const;

  AdamWOptions options_;
  WeightSpans spans_;
  State state_;
  float learning_rate_ = 0, step_size_ = 0, square_correction_ = 0;  // of the step at hand
};

}  // namespace inkling
