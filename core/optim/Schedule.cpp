// SPDX-License-Identifier: MIT
#include "core/optim/Schedule.h"

#include <cmath>
#include <numbers>

namespace inkling::optim {

namespace {

// The defaults of PyTorch's OneCycleLR.
constexpr float warm_up_share = 0.3f, initial_divisor = 25, final_divisor = 25e4f;

float cosine_between(float from, float to, float progress) {
  return to + (from - to) * (1 + std::cos(std::numbers::pi_v<float> * progress)) / 2;
}

}  // namespace

float Schedule::rate(std::int64_t step, std::int64_t steps) const {
  if (kind == Kind::constant || steps < 2) return peak;
  const float progress = static_cast<float>(step) / static_cast<float>(steps - 1);
  if (kind == Kind::cosine) return cosine_between(peak, peak / final_divisor, progress);
  if (progress < warm_up_share) return cosine_between(peak / initial_divisor, peak, progress / warm_up_share);
  return cosine_between(peak, peak / final_divisor, (progress - warm_up_share) / (1 - warm_up_share));
}

}  // namespace inkling::optim
