#include "core/train/Separator.h"

#include <utility>

namespace inkling {

namespace {

/// Of the mean square of the values. Few rows are wanted, and are to speak for more like them: less fits them
/// closer, and takes more of the others for them.
constexpr float ridge_share = 5;

}  // namespace

Separator::Separator(Matrix<float> rows, Eigen::Index wanted)
    : rows_(rows.rows(), rows.cols() + 1),
      mean_(rows.colwise().mean()),
      targets_(Eigen::VectorXf::Constant(rows.rows(), -1)),
      weights_(Eigen::VectorXf::Zero(rows.cols() + 1)),
      ridge_(ridge_share * rows.squaredNorm() / static_cast<float>(rows.size()) + 1e-6f) {
  rows_.leftCols(rows.cols()) = rows.rowwise() - mean_;
  rows_.rightCols(1).setOnes();
  targets_.tail(wanted).setOnes();
}

bool Separator::advance() {
  constexpr int most_steps = 12;
  const Eigen::VectorXf scores = rows_ * weights_;
  std::vector<Eigen::Index> active;
  for (Eigen::Index row = 0; row < rows_.rows(); ++row) {
    if (targets_[row] * scores[row] < 1) active.push_back(row);
  }
  if (active == active_ || active.empty()) return false;
  solve(rows_(active, Eigen::all), targets_(active));
  active_ = std::move(active);
  return ++steps_ < most_steps;
}

/// The weights with which these rows come closest to their targets, by least squares.
void Separator::solve(const Matrix<float>& rows, const Eigen::VectorXf& targets) {
  constexpr int most_turns = 60;
  constexpr float enough = 1e-6f;
  Eigen::VectorXf rest = rows.transpose() * (targets - rows * weights_) - ridge_ * weights_;
  Eigen::VectorXf direction = rest;
  float length = rest.squaredNorm();
  const float least = enough * (rows.transpose() * targets).squaredNorm();
  for (int turn = 0; turn < most_turns && length > least; ++turn) {
    const Eigen::VectorXf along = rows.transpose() * (rows * direction) + ridge_ * direction;
    const float step = length / direction.dot(along);
    weights_ += step * direction;
    rest -= step * along;
    const float shorter = rest.squaredNorm();
    direction = rest + shorter / length * direction;
    length = shorter;
  }
}

Score Separator::score() const {
  const Eigen::VectorXf weights = weights_.head(weights_.size() - 1);
  return {weights, weights_[weights_.size() - 1] - mean_.transpose().dot(weights)};
}

}  // namespace inkling
