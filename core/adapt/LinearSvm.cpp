// SPDX-License-Identifier: MIT
#include "core/adapt/LinearSvm.h"

#include <Eigen/IterativeLinearSolvers>
#include <cmath>
#include <utility>

namespace inkling::adapt {

namespace {

/// Strength of the regularisation, relative to the mean square of the values. The few positives must
/// generalise: with less regularisation they are fitted more closely, but more negatives are taken for them.
constexpr float ridge_share = 5;

}  // namespace

/// The ridge penalty is written as additional rows with target 0, which are always active.
LinearSvm::LinearSvm(const math::Matrix<float>& rows, Eigen::Index positives) : mean_(rows.colwise().mean()) {
  const Eigen::Index count = rows.rows(), weights = rows.cols() + 1;
  const float ridge = ridge_share * rows.squaredNorm() / static_cast<float>(rows.size()) + 1e-6f;
  rows_.resize(count + weights, weights);
  rows_.topLeftCorner(count, rows.cols()) = rows.rowwise() - mean_;
  rows_.topRightCorner(count, 1).setOnes();
  rows_.bottomRows(weights) = std::sqrt(ridge) * math::Matrix<float>::Identity(weights, weights);
  targets_ = Eigen::VectorXf::Zero(count + weights);
  targets_.head(count - positives).setConstant(-1);
  targets_.segment(count - positives, positives).setOnes();
  weights_ = Eigen::VectorXf::Zero(weights);
}

/// Solves least squares over the active rows, starting from the current weights. Doesn't solve to
/// convergence, since the next slice has other active rows. The fewer active rows, the more iterations fit in
/// the same time.
bool LinearSvm::advance() {
  constexpr Eigen::Index min_iterations = 8;
  constexpr int max_slices = 40;
  constexpr float tolerance = 1e-3f;
  const Eigen::VectorXf scores = rows_ * weights_;
  std::vector<Eigen::Index> active;
  for (Eigen::Index row = 0; row < rows_.rows(); ++row) {
    if (targets_[row] * scores[row] < 1) active.push_back(row);
  }
  const math::Matrix<float> active_rows = rows_(active, Eigen::all);
  const Eigen::VectorXf active_targets = targets_(active);
  Eigen::LeastSquaresConjugateGradient<math::Matrix<float>, Eigen::IdentityPreconditioner> solver(
      active_rows);
  solver.setMaxIterations(min_iterations * rows_.rows() / active_rows.rows());
  solver.setTolerance(tolerance);
  weights_ = solver.solveWithGuess(active_targets, weights_).eval();
  const bool converged = solver.info() == Eigen::Success && active == active_;
  active_ = std::move(active);
  return !converged && ++slices_ < max_slices;
}

double LinearSvm::done() const {
  return 1 - std::exp2(-slices_ / 4.0);
}

DecisionFunction LinearSvm::decision_function() const {
  const Eigen::VectorXf weights = weights_.head(mean_.size());
  return {weights, weights_[mean_.size()] - mean_.transpose().dot(weights)};
}

}  // namespace inkling::adapt
