#include "core/optim/AdamW.h"

#include <algorithm>
#include <cassert>
#include <cmath>

namespace inkling {

namespace {

/// A moment that fades towards zero would become denormal, which costs a hundred times as much per operation.
float without_denormals(float moment) {
  return std::abs(moment) < 1e-30f ? 0.0f : moment;
}

}  // namespace

AdamW::AdamW(const AdamWOptions& options, WeightSpans spans) : options_(options), spans_(std::move(spans)) {
  const std::size_t size = spans_.empty() ? 0 : spans_.back().end;
  state_.mean.resize(size);
  state_.square.resize(size);
}

void AdamW::start_step(float learning_rate) {
  const auto steps = static_cast<float>(++state_.steps);
  learning_rate_ = learning_rate;
  step_size_ = learning_rate / (1 - std::pow(options_.beta1, steps));
  square_correction_ = 1 / std::sqrt(1 - std::pow(options_.beta2, steps));
}

void AdamW::update(std::size_t begin, std::span<const float> gradient, std::span<float> weights) {
  assert(weights.size() == state_.mean.size() && begin + gradient.size() <= weights.size());
  const std::size_t end = begin + gradient.size();
  for (const WeightSpan& span : spans_) {
    const WeightSpan part = {std::max(begin, span.begin), std::min(end, span.end), span.rule};
    if (part.begin >= part.end) continue;
    const float* part_gradient = gradient.data() + (part.begin - begin);
    if (span.rule == WeightSpan::Rule::statistic) {
      follow(part, part_gradient, weights.data() + part.begin);
    } else {
      learn(part, part_gradient, weights.data() + part.begin);
    }
  }
}

void AdamW::learn(const WeightSpan& span, const float* gradient, float* weights) {
  const float step_size = step_size_, square_correction = square_correction_;
  const float kept = span.rule == WeightSpan::Rule::decayed ? 1 - learning_rate_ * options_.weight_decay : 1;
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

void AdamW::follow(const WeightSpan& span, const float* gradient, float* weights) const {
  for (std::size_t index = 0; index < span.end - span.begin; ++index) {
    weights[index] -= options_.statistic_rate * gradient[index];
  }
}

}  // namespace inkling
