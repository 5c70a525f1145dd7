#include "core/adapt/LeastSquares.h"

#include <algorithm>
#include <utility>

namespace inkling::adapt {

namespace {

constexpr int most_turns = 60;

}  // namespace

LeastSquares::LeastSquares(math::Matrix<float> rows, const Eigen::VectorXf& targets, float ridge,
                           Eigen::VectorXf weights)
    : rows_(std::move(rows)),
      ridge_(ridge),
      weights_(std::move(weights)),
      rest_(rows_.transpose() * (targets - rows_ * weights_) - ridge_ * weights_),
      direction_(rest_),
      length_(rest_.squaredNorm()) {
  constexpr float enough = 1e-6f;
  least_ = enough * (rows_.transpose() * targets).squaredNorm();
}

bool LeastSquares::advance() {
  constexpr int turns_at_once = 8;  // of 10,000 rows with 576 values, 30 ms
  const int last = std::min(turns_ + turns_at_once, most_turns);
  for (; turns_ < last && length_ > least_; ++turns_) turn();
  return turns_ < most_turns && length_ > least_;
}

void LeastSquares::turn() {
  const Eigen::VectorXf along = rows_.transpose() * (rows_ * direction_) + ridge_ * direction_;
  const float step = length_ / direction_.dot(along);
  weights_ += step * direction_;
  rest_ -= step * along;
  const float shorter = rest_.squaredNorm();
  direction_ = rest_ + shorter / length_ * direction_;
  length_ = shorter;
}

double LeastSquares::done() const {
  return static_cast<double>(turns_) / most_turns;
}

}  // namespace inkling::adapt
