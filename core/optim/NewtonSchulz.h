// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/AlignedVector.h"

namespace inkling::optim {

/// Orthogonalises matrices of one shape approximately: U S V^T (the singular value decomposition) becomes
/// about U V^T. Five steps of the quintic Newton-Schulz iteration with the coefficients of Jordan et al.
/// (Muon, 2024), which bring singular values above a hundredth of the matrix's norm to between 0.6 and 1.3.
class NewtonSchulz {
 public:
  NewtonSchulz(int rows, int columns);

  /// In place; `values` is [rows, columns]. A matrix of zeros stays as it is.
  void orthogonalise(float* values);

 private:
  void iterate();

  int rows_, columns_;
  int long_side_, short_side_;
  AlignedVector<float> tall_, next_;        // [long side, short side]
  AlignedVector<float> gram_, polynomial_;  // [short side, short side]
};

}  // namespace inkling::optim
