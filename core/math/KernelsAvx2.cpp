// SPDX-License-Identifier: MIT
#include "core/math/Kernels.h"

// Compiled with AVX2 and FMA enabled, in builds whose baseline lacks them. Kernels only, see
// KernelsAvx512.cpp.
#if defined(INKLING_AVX2)

namespace inkling::math {

template <class Scalar>
const KernelTable<Scalar>& avx2_kernels() {
  return avx::table<Scalar>;
}

template const KernelTable<float>& avx2_kernels();
template const KernelTable<double>& avx2_kernels();

}  // namespace inkling::math

#endif
