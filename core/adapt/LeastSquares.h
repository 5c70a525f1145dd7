#pragma once

#include <Eigen/Core>

#include "core/math/Matrix.h"

namespace inkling::adapt {

/// Brings weights to where x w comes closest to a target for each row x, by least squares with a ridge: by
/// conjugate gradients, turn by turn.
class LeastSquares {
 public:
  /// From these weights on.
  LeastSquares(math::Matrix<float> rows, const Eigen::VectorXf& targets, float ridge,
               Eigen::VectorXf weights);

  /// A few turns; whether there are more to be taken.
  bool advance();

  /// How many of the turns that it may take at most are taken, 0 to 1.
  double done() const;

  const Eigen::VectorXf& weights() const { return weights_; }

 private:
  void turn();

  math::Matrix<float> rows_;
  float ridge_;
  Eigen::VectorXf weights_, rest_, direction_;
  float length_, least_;  // squared, of the rest, and of what is enough of it
  int turns_ = 0;
};

}  // namespace inkling::adapt
