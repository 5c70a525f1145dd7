#pragma once

#include "core/base/AlignedVector.h"

namespace inkling::optim {

/// Turns matrices U S V^T (singular value decomposition) of one shape into about U V^T: all that they change,
/// they change by as much. Five steps of the Newton-Schulz iteration with the coefficients of Jordan et al.
/// (Muon, 2024), which bring singular values above a hundredth of the matrix's norm to between 0.6 and 1.3.
class NewtonSchulz {
 public:
  NewtonSchulz(int rows, int columns);

  /// `matrix`: [rows, columns]. One of zeros stays as it is.
  void orthogonalise(float* matrix);

 private:
  void iterate();

  int rows_, columns_;
  int long_side_, short_side_;
  AlignedVector<float> tall_, next_;    // [long side, short side]
  AlignedVector<float> gram_, factor_;  // [short side, short side]
};

}  // namespace inkling::optim
