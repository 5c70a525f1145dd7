#pragma once

#include <Eigen/Core>

namespace inkling::math {

/// Every matrix is stored row by row, so that a row of a batch is one image.
template <class Scalar>
using Matrix = Eigen::Matrix<Scalar, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;

/// A matrix over memory that somebody else owns.
template <class Scalar>
using MatrixView = Eigen::Map<Matrix<Scalar>>;
template <class Scalar>
using ConstMatrixView = Eigen::Map<const Matrix<Scalar>>;

template <class Scalar>
using RowView = Eigen::Map<Eigen::Array<Scalar, 1, Eigen::Dynamic>>;
template <class Scalar>
using ConstRowView = Eigen::Map<const Eigen::Array<Scalar, 1, Eigen::Dynamic>>;

}  // namespace inkling::math
