#include "core/optim/Schedule.h"

#include <cmath>
#include <numbers>

namespace inkling::optim {

namespace {

// The shape PyTorch's OneCycleLR has by default.
constexpr float warm_up_share = 0.3f, start_divisor = 25, end_divisor = 25e4f;

float cosine_between(float from, float to, float share) {
  return to + (from - to) * (1 + std::cos(std::numbers::pi_v<float> * share)) / 2;
}

}  // namespace

float Schedule::rate(std::int64_t step, std::int64_t steps) const {
  if (kind == Kind::constant || steps < 2) return peak;
  const float done = static_cast<float>(step) / static_cast<float>(steps - 1);
  if (kind == Kind::cosine) return cosine_between(peak, peak / end_divisor, done);
  if (done < warm_up_share) return cosine_between(peak / start_divisor, peak, done / warm_up_share);
  return cosine_between(peak, peak / end_divisor, (done - warm_up_share) / (1 - warm_up_share));
}

}  // namespace inkling::optim
