// SPDX-License-Identifier: MIT
#include "core/optim/NewtonSchulz.h"

#include <algorithm>
#include <cstddef>

#include "core/math/Gemm.h"
#include "core/math/Matrix.h"

namespace inkling::optim {

NewtonSchulz::NewtonSchulz(int rows, int columns)
    : rows_(rows),
      columns_(columns),
      long_side_(std::max(rows, columns)),
      short_side_(std::min(rows, columns)),
      tall_(static_cast<std::size_t>(long_side_) * short_side_),
      next_(tall_.size()),
      gram_(static_cast<std::size_t>(short_side_) * short_side_),
      polynomial_(gram_.size()) {}

void NewtonSchulz::orthogonalise(float* values) {
  constexpr int iterations = 5;
  math::MatrixView<float> matrix(values, rows_, columns_);
  const float norm = matrix.norm();  // no singular value exceeds it
  if (norm == 0) return;
  math::MatrixView<float> tall(tall_.data(), long_side_, short_side_);
  if (rows_ < columns_) {
    tall = matrix.transpose() / norm;
  } else {
    tall = matrix / norm;
  }
  for (int iteration = 0; iteration < iterations; ++iteration) iterate();
  const math::ConstMatrixView<float> orthogonal(tall_.data(), long_side_, short_side_);
  if (rows_ < columns_) {
    matrix = orthogonal.transpose();
  } else {
    matrix = orthogonal;
  }
}

/// X <- X (a I + b X^T X + c (X^T X)^2), which maps each singular value s to a s + b s^3 + c s^5.
void NewtonSchulz::iterate() {
  constexpr float a = 3.4445f, b = -4.7750f, c = 2.0315f;
  const math::StridedRows long_rows = math::contiguous_rows(long_side_, short_side_);
  math::gemm_tn(long_rows, tall_.data(), tall_.data(), gram_.data(), short_side_, math::Accumulate::no);
  math::gemm(math::contiguous_rows(short_side_, short_side_), gram_.data(), gram_.data(), polynomial_.data(),
             short_side_, math::Accumulate::no);
  const math::ConstMatrixView<float> gram(gram_.data(), short_side_, short_side_);
  math::MatrixView<float> polynomial(polynomial_.data(), short_side_, short_side_);
  polynomial = c * polynomial + b * gram;
  polynomial.diagonal().array() += a;
  math::gemm(long_rows, tall_.data(), polynomial_.data(), next_.data(), short_side_, math::Accumulate::no);
  tall_.swap(next_);
}

}  // namespace inkling::optim
