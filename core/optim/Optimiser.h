// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cassert>
#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "core/base/AlignedVector.h"
#include "core/base/EnumNames.h"
#include "core/base/ThreadPool.h"
#include "core/optim/NewtonSchulz.h"
#include "core/optim/WeightEma.h"

namespace inkling::optim {

/// The algorithm that updates the weights. model::parameter_groups() makes the groups of one.
enum class OptimiserKind {
  adamw,
  muon,  // for the matrices of all layers but the last; AdamW for the rest
};

/// To add one: a rule and its step in Optimiser::update(), its groups in parameter_groups()
/// (core/model/TrainingRecipe), state that checkpoints need in tensors_of() and new options in
/// training_fingerprint() (both in core/train/Checkpointer.cpp), and the page's choice in
/// web/src/shared/trainingSettings.ts with its title in web/src/train/run/MoreSettings.svelte.
inline constexpr std::array optimiser_names = {EnumName{"adamw", OptimiserKind::adamw},
                                               EnumName{"muon", OptimiserKind::muon}};

/// A range [begin, end) of the flat vector of weights that is updated by one rule.
struct ParameterGroup {
  enum class Rule {
    decay,          // AdamW with weight decay
    no_decay,       // AdamW without: biases, and the scale and shift of a normalisation
    muon,           // Muon with weight decay: the matrix of a hidden layer, updated as a whole
    running_stats,  // running mean or variance of a batch normalisation
  };

  std::size_t begin = 0, end = 0;
  Rule rule = Rule::decay;
  int columns = 0;  // of a Muon matrix, [(end - begin) / columns, columns]

  std::size_t size() const { return end - begin; }
};

/// All weights, in order and without gaps.
using ParameterGroups = std::vector<ParameterGroup>;

struct OptimiserOptions {
  float beta1 = 0.9f;
  float beta2 = 0.999f;
  float epsilon = 1e-8f;
  float weight_decay = 0;               // per step, times the learning rate; 0 makes AdamW plain Adam
  float momentum = 0.95f;               // of Muon
  float running_stats_momentum = 0.1f;  // weight of the newest batch, as in PyTorch's BatchNorm
};

/// Updates the weights by their gradient, each parameter group by its rule: AdamW is Adam (Kingma and Ba,
/// 2015) with decoupled weight decay (Loshchilov and Hutter, 2019). Muon (Jordan et al., 2024) orthogonalises
/// the Nesterov momentum of a matrix, so that all its directions learn at the same rate; its updates have the
/// size of Adam's (Liu et al., 2025), so that both use the same learning rate and weight decay.
class Optimiser {
 public:
  struct State {
    std::int64_t steps = 0;
    AlignedVector<float> mean, square;  // moments of the gradient, one value per weight
  };

  Optimiser(const OptimiserOptions& options, ParameterGroups groups);

  /// Starts the next step. Then come update() for every range of the weights, and finish_step(). If there is
  /// an `ema`, the step updates it together with the weights, in one pass over memory.
  void start_step(float learning_rate, WeightEma* ema = nullptr);

  /// Updates the weights [begin, begin + gradient.size()). For Muon's matrices it only updates the momentum.
  /// Ranges that don't overlap may be updated concurrently.
  void update(std::size_t begin, std::span<const float> gradient, std::span<float> weights);

  /// Updates Muon's matrices, each of which needs its whole gradient first.
  void finish_step(std::span<float> weights, ThreadPool& pool);

  const State& state() const { return state_; }

  /// Continues from a state() of an optimiser with the same groups.
  void restore(State state) {
    assert(state.mean.size() == state_.mean.size() && state.square.size() == state_.square.size());
    state_ = std::move(state);
  }

 private:
  struct MuonMatrix {
    ParameterGroup group;
    NewtonSchulz newton_schulz;
  };

  void adamw_step(const ParameterGroup& range, const float* gradient, float* weights);
  void muon_momentum(const ParameterGroup& range, const float* gradient);
  void muon_step(MuonMatrix& matrix, float* weights);
  void update_running_stats(const ParameterGroup& range, const float* gradient, float* weights);

  template <class Step>
  void step_weights(const ParameterGroup& range, float* weights, const Step& step);
  float decay_factor() const { return 1 - learning_rate_ * options_.weight_decay; }

  OptimiserOptions options_;
  ParameterGroups groups_;
  std::vector<MuonMatrix> matrices_;
  State state_;
  AlignedVector<float> direction_;  // of Muon's updates; empty without them

  // Of the current step.
  float learning_rate_ = 0, step_size_ = 0, square_correction_ = 0;
  float* ema_ = nullptr;
  float ema_rate_ = 0;
};

}  // namespace inkling::optim
