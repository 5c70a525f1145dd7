// SPDX-License-Identifier: MIT
#pragma once

#include <Eigen/Core>
#include <vector>

#include "core/math/Matrix.h"

namespace inkling::adapt {

/// x w + bias: positive for rows x of one class, negative for the other.
struct DecisionFunction {
  Eigen::VectorXf weights;
  float bias = 0;

  Eigen::VectorXf operator()(const math::Matrix<float>& rows) const {
    return (rows * weights).array() + bias;
  }
};

/// A linear support vector machine with squared hinge loss: it aims for a decision function of at least 1 for
/// the last `positives` rows and at most -1 for the others. Trained by the modified finite Newton method of
/// Keerthi and DeCoste (2005): regularised least squares over the rows within the margin, by conjugate
/// gradients.
class LinearSvm {
 public:
  LinearSvm(const math::Matrix<float>& rows, Eigen::Index positives);

  /// Runs a slice of the training, about 30 ms for 10,000 rows of 576 values. Returns whether more is left to
  /// do.
  bool advance();

  /// Estimated share of the training that is done, 0 to 1.
  double done() const;

  DecisionFunction decision_function() const;

 private:
  math::Matrix<float> rows_;  // [rows + values + 1, values + 1]: centred, with a 1 appended, then the ridge
  Eigen::RowVectorXf mean_;   // [values]
  Eigen::VectorXf targets_;   // [rows + values + 1]
  Eigen::VectorXf weights_;   // [values + 1], the bias last
  std::vector<Eigen::Index> active_;  // rows within the margin in the last slice
  int slices_ = 0;
};

}  // namespace inkling::adapt
