// SPDX-License-Identifier: MIT
#pragma once

#include <Eigen/Core>

namespace inkling::math {

/// All matrices are row-major, so a row of a batch is one image.
template <class Scalar>
using Matrix = Eigen::Matrix<Scalar, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;

/// Views of memory that is owned elsewhere: a matrix, and a row of values for arithmetic element by element.
template <class Scalar>
using MatrixView = Eigen::Map<Matrix<Scalar>>;
template <class Scalar>
using ConstMatrixView = Eigen::Map<const Matrix<Scalar>>;

template <class Scalar>
using RowView = Eigen::Map<Eigen::Array<Scalar, 1, Eigen::Dynamic>>;
template <class Scalar>
using ConstRowView = Eigen::Map<const Eigen::Array<Scalar, 1, Eigen::Dynamic>>;

}  // namespace inkling::math
