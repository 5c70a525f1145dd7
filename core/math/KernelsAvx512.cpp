#include "core/math/KernelTable.h"

// Compiled with AVX-512 switched on where the processor's family may have it (see core/CMakeLists.txt).
// Nothing but the kernels may be in here: whatever the linker takes from this file runs on machines that have
// it not.
#if defined(__AVX512F__)

namespace inkling::math {

template <class Scalar>
const KernelTable<Scalar>& avx512_kernels() {
  return avx512::table<Scalar>;
}

template const KernelTable<float>& avx512_kernels();
template const KernelTable<double>& avx512_kernels();

}  // namespace inkling::math

#endif
