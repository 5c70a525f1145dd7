#pragma once

#include "core/math/KernelTable.h"

namespace inkling {

/// The loops compiled for the best vector unit that this machine has.
template <class Scalar>
const KernelTable<Scalar>& kernels();

/// The same for machines of the least kind that the program runs on, for comparison.
template <class Scalar>
const KernelTable<Scalar>& plain_kernels();

}  // namespace inkling
