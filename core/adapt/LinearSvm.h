#pragma once

#include <Eigen/Core>
#include <optional>
#include <vector>

#include "core/adapt/LeastSquares.h"
#include "core/math/Matrix.h"

namespace inkling::adapt {

/// A score that is large for some rows and small for others: x w + bias.
struct Score {
  Eigen::VectorXf weights;
  float bias = 0;

  Eigen::VectorXf of(const math::Matrix<float>& rows) const { return (rows * weights).array() + bias; }
};

/// Finds the score that parts the last `wanted` rows, to have 1 or more, from those before them, to have -1
/// or less, with the widest margin: a linear support vector machine with squared hinge loss, by Newton's
/// method (Chapelle, 2007), each step by conjugate gradients.
class LinearSvm {
 public:
  LinearSvm(const math::Matrix<float>& rows, Eigen::Index wanted);

  /// A slice of a step; whether there are more to be taken.
  bool advance();

  /// About how much of the time is behind it, 0 to 1.
  double done() const;

  Score score() const;

 private:
  bool start_step();

  math::Matrix<float> rows_;  // less their mean, with a one at the end of each
  Eigen::RowVectorXf mean_;
  Eigen::VectorXf targets_, weights_;
  std::vector<Eigen::Index> active_;  // rows within the margin
  std::optional<LeastSquares> step_;  // that is being taken, for these
  float ridge_;
  int steps_ = 0;  // taken
};

}  // namespace inkling::adapt
