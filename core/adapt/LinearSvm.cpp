#include "core/adapt/LinearSvm.h"

#include <cmath>
#include <utility>

namespace inkling::adapt {

namespace {

/// Of the mean square of the values. Few rows are wanted, and are to speak for more like them: less fits them
/// closer, and takes more of the others for them.
constexpr float ridge_share = 5;

}  // namespace

LinearSvm::LinearSvm(const math::Matrix<float>& rows, Eigen::Index wanted)
    : rows_(rows.rows(), rows.cols() + 1),
      mean_(rows.colwise().mean()),
      targets_(Eigen::VectorXf::Constant(rows.rows(), -1)),
      weights_(Eigen::VectorXf::Zero(rows.cols() + 1)),
      ridge_(ridge_share * rows.squaredNorm() / static_cast<float>(rows.size()) + 1e-6f) {
  rows_.leftCols(rows.cols()) = rows.rowwise() - mean_;
  rows_.rightCols(1).setOnes();
  targets_.tail(wanted).setOnes();
}

bool LinearSvm::advance() {
  constexpr int most_steps = 12;
  if (!step_) return start_step();
  if (step_->advance()) return true;
  weights_ = step_->weights();
  step_.reset();
  return ++steps_ < most_steps;
}

/// Towards the weights with which the rows within the margin come closest to their targets; whether they are
/// others than in the step before.
bool LinearSvm::start_step() {
  const Eigen::VectorXf scores = rows_ * weights_;
  std::vector<Eigen::Index> active;
  for (Eigen::Index row = 0; row < rows_.rows(); ++row) {
    if (targets_[row] * scores[row] < 1) active.push_back(row);
  }
  if (active == active_ || active.empty()) return false;
  step_.emplace(rows_(active, Eigen::all), targets_(active), ridge_, weights_);
  active_ = std::move(active);
  return true;
}

// Each step has fewer rows than the one before, and takes about half as long.
double LinearSvm::done() const {
  return 1 - std::exp2(-(steps_ + (step_ ? step_->done() : 0)));
}

Score LinearSvm::score() const {
  const Eigen::VectorXf weights = weights_.head(weights_.size() - 1);
  return {weights, weights_[weights_.size() - 1] - mean_.transpose().dot(weights)};
}

}  // namespace inkling::adapt
