#include "core/optim/Optimiser.h"

#include <algorithm>
#include <cassert>
#include <cmath>

namespace inkling::optim {

namespace {

/// A moment that fades towards zero would become denormal, which costs a hundred times as much per operation.
float without_denormals(float moment) {
  return std::abs(moment) < 1e-30f ? 0.0f : moment;
}

}  // namespace

Optimiser::Optimiser(const OptimiserOptions& options, ParameterGroups spans)
    : options_(options), spans_(std::move(spans)) {
  const std::size_t size = spans_.empty() ? 0 : spans_.back().end;
  state_.mean.resize(size);
  state_.square.resize(size);
  for (const ParameterGroup& span : spans_) {
    if (span.rule != ParameterGroup::Rule::muon) continue;
    const int rows = static_cast<int>(span.end - span.begin) / span.columns;
    matrices_.push_back({span, NewtonSchulz(rows, span.columns)});
  }
  if (!matrices_.empty()) direction_.resize(size);
}

void Optimiser::start_step(float learning_rate) {
  const auto steps = static_cast<float>(++state_.steps);
  learning_rate_ = learning_rate;
  step_size_ = learning_rate / (1 - std::pow(options_.beta1, steps));
  square_correction_ = 1 / std::sqrt(1 - std::pow(options_.beta2, steps));
}

void Optimiser::update(std::size_t begin, std::span<const float> gradient, std::span<float> weights,
                       const Moved& moved) {
  assert(weights.size() == state_.mean.size() && begin + gradient.size() <= weights.size());
  const std::size_t end = begin + gradient.size();
  for (const ParameterGroup& span : spans_) {
    const ParameterGroup part = {std::max(begin, span.begin), std::min(end, span.end), span.rule};
    if (part.begin >= part.end) continue;
    const float* part_gradient = gradient.data() + (part.begin - begin);
    float* part_weights = weights.data() + part.begin;
    switch (span.rule) {
      case ParameterGroup::Rule::muon:
        gather(part, part_gradient);
        continue;
      case ParameterGroup::Rule::running_stats:
        follow(part, part_gradient, part_weights);
        break;
      case ParameterGroup::Rule::decay:
      case ParameterGroup::Rule::no_decay:
        adapt(part, part_gradient, part_weights);
        break;
    }
    moved(part.begin, part.end - part.begin);
  }
}

void Optimiser::finish_step(std::span<float> weights, ThreadPool& pool, const Moved& moved) {
  pool.parallel_for(static_cast<int>(matrices_.size()), [&](int index) {
    // The last ones are the largest, and nobody shall wait for one that began last.
    HiddenMatrix& matrix = matrices_[matrices_.size() - 1 - static_cast<std::size_t>(index)];
    turn(matrix, weights.data() + matrix.span.begin);
    moved(matrix.span.begin, matrix.span.end - matrix.span.begin);
  });
}

void Optimiser::adapt(const ParameterGroup& span, const float* gradient, float* weights) {
  const float step_size = step_size_, square_correction = square_correction_;
  const float kept = span.rule == ParameterGroup::Rule::decay ? kept_share() : 1;
  const float beta1 = options_.beta1, beta2 = options_.beta2, epsilon = options_.epsilon;
  float* mean = state_.mean.data() + span.begin;
  float* square = state_.square.data() + span.begin;
  for (std::size_t index = 0; index < span.end - span.begin; ++index) {
    const float slope = gradient[index];
    mean[index] = without_denormals(beta1 * mean[index] + (1 - beta1) * slope);
    square[index] = without_denormals(beta2 * square[index] + (1 - beta2) * slope * slope);
    weights[index] = kept * weights[index] -
                     step_size * mean[index] / (std::sqrt(square[index]) * square_correction + epsilon);
  }
}

void Optimiser::gather(const ParameterGroup& span, const float* gradient) {
  const float momentum = options_.momentum;
  float* mean = state_.mean.data() + span.begin;
  float* direction = direction_.data() + span.begin;
  for (std::size_t index = 0; index < span.end - span.begin; ++index) {
    const float slope = gradient[index];
    mean[index] = without_denormals(momentum * mean[index] + (1 - momentum) * slope);
    direction[index] = momentum * mean[index] + (1 - momentum) * slope;
  }
}

void Optimiser::follow(const ParameterGroup& span, const float* gradient, float* weights) const {
  for (std::size_t index = 0; index < span.end - span.begin; ++index) {
    weights[index] -= options_.running_stats_momentum * gradient[index];
  }
}

void Optimiser::turn(HiddenMatrix& matrix, float* weights) {
  const std::size_t size = matrix.span.end - matrix.span.begin;
  const auto columns = static_cast<std::size_t>(matrix.span.columns);
  float* direction = direction_.data() + matrix.span.begin;
  matrix.newton_schulz.orthogonalise(direction);
  // What is orthogonal has a root mean square of 1 / sqrt(long side); Adam's steps have about 0.2 of the
  // rate.
  const float long_side = static_cast<float>(std::max(columns, size / columns));
  const float step_size = 0.2f * learning_rate_ * std::sqrt(long_side), kept = kept_share();
  for (std::size_t index = 0; index < size; ++index) {
    weights[index] = kept * weights[index] - step_size * direction[index];
  }
}

}  // namespace inkling::optim
