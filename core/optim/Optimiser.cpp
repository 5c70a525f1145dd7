// SPDX-License-Identifier: MIT
#include "core/optim/Optimiser.h"

#include <algorithm>
#include <cmath>

namespace inkling::optim {

namespace {

/// A moment that fades towards zero would become denormal, which makes every operation on it a hundred times
/// slower.
float flush_denormal(float moment) {
  return std::abs(moment) < 1e-30f ? 0.0f : moment;
}

}  // namespace

Optimiser::Optimiser(const OptimiserOptions& options, ParameterGroups groups)
    : options_(options), groups_(std::move(groups)) {
  const std::size_t size = groups_.empty() ? 0 : groups_.back().end;
  state_.mean.resize(size);
  state_.square.resize(size);
  for (const ParameterGroup& group : groups_) {
    if (group.rule != ParameterGroup::Rule::muon) continue;
    const int rows = static_cast<int>(group.size()) / group.columns;
    matrices_.push_back({group, NewtonSchulz(rows, group.columns)});
  }
  if (!matrices_.empty()) direction_.resize(size);
}

void Optimiser::start_step(float learning_rate, WeightEma* ema) {
  const auto steps = static_cast<float>(++state_.steps);
  learning_rate_ = learning_rate;
  step_size_ = learning_rate / (1 - std::pow(options_.beta1, steps));
  square_correction_ = 1 / std::sqrt(1 - std::pow(options_.beta2, steps));
  ema_ = ema ? ema->weights().data() : nullptr;
  ema_rate_ = ema ? ema->update_rate(state_.steps) : 0;
}

void Optimiser::update(std::size_t begin, std::span<const float> gradient, std::span<float> weights) {
  assert(weights.size() == state_.mean.size() && begin + gradient.size() <= weights.size());
  const std::size_t end = begin + gradient.size();
  for (const ParameterGroup& group : groups_) {
    const ParameterGroup range = {std::max(begin, group.begin), std::min(end, group.end), group.rule};
    if (range.begin >= range.end) continue;
    const float* range_gradient = gradient.data() + (range.begin - begin);
    switch (group.rule) {
      case ParameterGroup::Rule::decay:
      case ParameterGroup::Rule::no_decay:
        adamw_step(range, range_gradient, weights.data());
        break;
      case ParameterGroup::Rule::muon:
        muon_momentum(range, range_gradient);
        break;
      case ParameterGroup::Rule::running_stats:
        update_running_stats(range, range_gradient, weights.data());
        break;
    }
  }
}

void Optimiser::finish_step(std::span<float> weights, ThreadPool& pool) {
  pool.parallel_for(static_cast<int>(matrices_.size()), [&](int index) {
    // The largest matrices come last in a network; they start first, so that no thread is left alone with
    // one.
    muon_step(matrices_[matrices_.size() - 1 - static_cast<std::size_t>(index)], weights.data());
  });
}

/// Sets each weight of the range to `step(index, weight)`, with the index counted from the start of the
/// range, and moves the average towards it.
template <class Step>
void Optimiser::step_weights(const ParameterGroup& range, float* all_weights, const Step& step) {
  // No two arrays of a step overlap. Declared for these two, that leaves compilers few enough run-time checks
  // to vectorise the loops.
  float* __restrict weights = all_weights + range.begin;
  if (!ema_) {
    for (std::size_t index = 0; index < range.size(); ++index) weights[index] = step(index, weights[index]);
    return;
  }
  float* __restrict average = ema_ + range.begin;
  const float rate = ema_rate_;
  for (std::size_t index = 0; index < range.size(); ++index) {
    const float weight = step(index, weights[index]);
    weights[index] = weight;
    average[index] += rate * (weight - average[index]);
  }
}

void Optimiser::adamw_step(const ParameterGroup& range, const float* gradient, float* weights) {
  const float step_size = step_size_, square_correction = square_correction_;
  const float kept = range.rule == ParameterGroup::Rule::decay ? decay_factor() : 1;
  const float beta1 = options_.beta1, beta2 = options_.beta2, epsilon = options_.epsilon;
  float* means = state_.mean.data() + range.begin;
  float* squares = state_.square.data() + range.begin;
  step_weights(range, weights, [=](std::size_t index, float weight) {
    const float slope = gradient[index];
    const float mean = flush_denormal(beta1 * means[index] + (1 - beta1) * slope);
    const float square = flush_denormal(beta2 * squares[index] + (1 - beta2) * slope * slope);
    means[index] = mean;
    squares[index] = square;
    return kept * weight - step_size * mean / (std::sqrt(square) * square_correction + epsilon);
  });
}

void Optimiser::update_running_stats(const ParameterGroup& range, const float* gradient, float* weights) {
  const float momentum = options_.running_stats_momentum;
  step_weights(range, weights,
               [=](std::size_t index, float statistic) { return statistic - momentum * gradient[index]; });
}

/// Nesterov momentum: the direction looks one step ahead of the mean.
void Optimiser::muon_momentum(const ParameterGroup& range, const float* gradient) {
  const float momentum = options_.momentum;
  float* mean = state_.mean.data() + range.begin;
  float* direction = direction_.data() + range.begin;
  for (std::size_t index = 0; index < range.size(); ++index) {
    const float slope = gradient[index];
    mean[index] = flush_denormal(momentum * mean[index] + (1 - momentum) * slope);
    direction[index] = momentum * mean[index] + (1 - momentum) * slope;
  }
}

void Optimiser::muon_step(MuonMatrix& matrix, float* weights) {
  const ParameterGroup& group = matrix.group;
  const auto columns = static_cast<std::size_t>(group.columns);
  float* direction = direction_.data() + group.begin;
  matrix.newton_schulz.orthogonalise(direction);
  // An orthogonal matrix has a root mean square of 1 / sqrt(long side), Adam's updates one of about 0.2
  // learning rates.
  const float long_side = static_cast<float>(std::max(columns, group.size() / columns));
  const float step_size = 0.2f * learning_rate_ * std::sqrt(long_side), kept = decay_factor();
  step_weights(group, weights,
               [=](std::size_t index, float weight) { return kept * weight - step_size * direction[index]; });
}

}  // namespace inkling::optim
