#include "core/optim/WeightEma.h"

#include <algorithm>
#include <cassert>

namespace inkling::optim {

void WeightEma::add(std::size_t begin, std::span<const float> weights, std::int64_t step) {
  assert(begin + weights.size() <= average_.size());
  const auto taken = static_cast<float>(step);
  const float share = 1 - std::min(decay_, taken / (taken + 9));
  float* average = average_.data() + begin;
  for (std::size_t index = 0; index < weights.size(); ++index) {
    average[index] += share * (weights[index] - average[index]);
  }
}

}  // namespace inkling::optim
