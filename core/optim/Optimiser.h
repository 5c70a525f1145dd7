#pragma once

#include <cassert>
#include <cstdint>
#include <functional>
#include <span>
#include <utility>
#include <vector>

#include "core/base/AlignedVector.h"
#include "core/base/ThreadPool.h"
#include "core/optim/NewtonSchulz.h"
#include "core/optim/ParameterGroup.h"

namespace inkling::optim {

struct OptimiserOptions {
  float beta1 = 0.9f;
  float beta2 = 0.999f;
  float epsilon = 1e-8f;
  float weight_decay = 0;               // per step, times the learning rate; 0 makes it plain Adam
  float momentum = 0.95f;               // of what is orthogonal
  float running_stats_momentum = 0.1f;  // how far running statistics go towards each batch's
};

/// Moves weights by their gradient: each span by its rule. Most by Adam (Kingma and Ba, 2015) with decoupled
/// weight decay (Loshchilov and Hutter, 2019). What is orthogonal by Muon (Jordan et al., 2024), which makes
/// all directions of a matrix learn alike: Nesterov's momentum, orthogonalised, in steps of the size that
/// Adam's have (Liu et al., 2025), so that both take the same rate and decay.
class Optimiser {
 public:
  struct State {
    std::int64_t steps = 0;
    AlignedVector<float> mean, square;  // moments of the gradient, same shape as the weights
  };

  /// To be told of each stretch of the weights that has been moved, perhaps from several threads.
  using Moved = std::function<void(std::size_t begin, std::size_t size)>;

  Optimiser(const OptimiserOptions& options, ParameterGroups spans);

  /// Begins the next step. It is done once update() has been called for every stretch of the weights, and
  /// finish_step() after that.
  void start_step(float learning_rate);

  /// Takes in the gradient of the weights [begin, begin + its size), and moves all that need no more of it.
  /// Stretches that do not overlap may be updated at the same time.
  void update(std::size_t begin, std::span<const float> gradient, std::span<float> weights,
              const Moved& moved);

  /// Moves what needed all of its gradient.
  void finish_step(std::span<float> weights, ThreadPool& pool, const Moved& moved);

  const State& state() const { return state_; }

  /// Goes on from there; the moments must have the weights' size.
  void restore(State state) {
    assert(state.mean.size() == state_.mean.size() && state.square.size() == state_.square.size());
    state_ = std::move(state);
  }

 private:
  struct HiddenMatrix {
    ParameterGroup span;
    NewtonSchulz newton_schulz;
  };

  void adapt(const ParameterGroup& span, const float* gradient, float* weights);
  void gather(const ParameterGroup& span, const float* gradient);
  void follow(const ParameterGroup& span, const float* gradient, float* weights) const;
  void turn(HiddenMatrix& matrix, float* weights);
  float kept_share() const { return 1 - learning_rate_ * options_.weight_decay; }

  OptimiserOptions options_;
  ParameterGroups spans_;
  std::vector<HiddenMatrix> matrices_;
  State state_;
  AlignedVector<float> direction_;  // to move the matrices in; none where there are none
  float learning_rate_ = 0, step_size_ = 0, square_correction_ = 0;  // of the step at hand
};

}  // namespace inkling::optim
