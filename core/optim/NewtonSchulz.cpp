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
      factor_(gram_.size()) {}

void NewtonSchulz::orthogonalise(float* matrix) {
  constexpr int iterations = 5;
  math::MatrixView<float> given(matrix, rows_, columns_);
  const float norm = given.norm();  // no singular value is larger
  if (norm == 0) return;
  math::MatrixView<float> tall(tall_.data(), long_side_, short_side_);
  if (rows_ < columns_) {
    tall = given.transpose() / norm;
  } else {
    tall = given / norm;
  }
  for (int iteration = 0; iteration < iterations; ++iteration) iterate();
  const math::ConstMatrixView<float> found(tall_.data(), long_side_, short_side_);
  if (rows_ < columns_) {
    given = found.transpose();
  } else {
    given = found;
  }
}

/// X becomes X (a I + b X^T X + c (X^T X)^2): each singular value s becomes a s + b s^3 + c s^5.
void NewtonSchulz::iterate() {
  constexpr float a = 3.4445f, b = -4.7750f, c = 2.0315f;
  const math::StridedRows long_rows = math::contiguous_rows(long_side_, short_side_);
  math::gemm_tn(long_rows, tall_.data(), tall_.data(), gram_.data(), short_side_, math::Accumulate::replace);
  math::gemm(math::contiguous_rows(short_side_, short_side_), gram_.data(), gram_.data(), factor_.data(),
             short_side_, math::Accumulate::replace);
  const math::ConstMatrixView<float> gram(gram_.data(), short_side_, short_side_);
  math::MatrixView<float> factor(factor_.data(), short_side_, short_side_);
  factor = c * factor + b * gram;
  factor.diagonal().array() += a;
  math::gemm(long_rows, tall_.data(), factor_.data(), next_.data(), short_side_, math::Accumulate::replace);
  tall_.swap(next_);
}

}  // namespace inkling::optim
