// SPDX-License-Identifier: MIT
#include "core/math/Kernels.h"

// Compiled with AVX-512 enabled on x86-64 (see core/cmake/add_core.cmake) and used only where Kernels.cpp
// finds it at run time. Keep everything but the kernels out: the linker may pick any inline function from
// here for the whole program, which then crashes on machines without AVX-512.
#if defined(INKLING_AVX512)

namespace inkling::math {

template <class Scalar>
const KernelTable<Scalar>& avx512_kernels() {
  return avx512::table<Scalar>;
}

template const KernelTable<float>& avx512_kernels();
template const KernelTable<double>& avx512_kernels();

}  // namespace inkling::math

#endif
