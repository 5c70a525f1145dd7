#pragma once

#include "core/math/KernelTable.h"

namespace inkling::math {

/// The loops compiled for machines of the least kind that the program runs on.
template <class Scalar>
const KernelTable<Scalar>& plain_kernels();

/// The same for the best vector unit that this machine has.
#if defined(__wasm__)
template <class Scalar>
constexpr const KernelTable<Scalar>& kernels() {
  return INKLING_TARGET::table<Scalar>;  // all there is: known here, loops that nobody calls are not linked
}
#else
template <class Scalar>
const KernelTable<Scalar>& kernels();
#endif

}  // namespace inkling::math
