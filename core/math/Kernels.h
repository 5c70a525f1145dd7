// SPDX-License-Identifier: MIT
#pragma once

#include "core/math/BatchNormKernels.h"
#include "core/math/GemmKernels.h"

namespace inkling::math {

/// The kernels as compiled for one instruction set.
template <class Scalar>
struct KernelTable {
  decltype(&INKLING_SIMD_TARGET::gemm<Scalar>) gemm;
  decltype(&INKLING_SIMD_TARGET::gemm_bias<Scalar>) gemm_bias;
  decltype(&INKLING_SIMD_TARGET::gemm_bias_pool<Scalar>) gemm_bias_pool;
  decltype(&INKLING_SIMD_TARGET::gemm_tn<Scalar>) gemm_tn;
  decltype(&INKLING_SIMD_TARGET::batch_norm_stats<Scalar>) batch_norm_stats;
  decltype(&INKLING_SIMD_TARGET::batch_norm_apply<Scalar>) batch_norm_apply;
  decltype(&INKLING_SIMD_TARGET::batch_norm_backward_reduce<Scalar>) batch_norm_backward_reduce;
  decltype(&INKLING_SIMD_TARGET::batch_norm_backward_apply<Scalar>) batch_norm_backward_apply;
};

namespace INKLING_SIMD_TARGET {

template <class Scalar>
constexpr KernelTable<Scalar> table = {gemm<Scalar>,
                                       gemm_bias<Scalar>,
                                       gemm_bias_pool<Scalar>,
                                       gemm_tn<Scalar>,
                                       batch_norm_stats<Scalar>,
                                       batch_norm_apply<Scalar>,
                                       batch_norm_backward_reduce<Scalar>,
                                       batch_norm_backward_apply<Scalar>};

}  // namespace INKLING_SIMD_TARGET

/// The kernels for the instruction set that the whole program is compiled for.
template <class Scalar>
const KernelTable<Scalar>& baseline_kernels();

/// The kernels for the best instruction set of this machine, chosen at run time.
#if defined(__wasm__)
template <class Scalar>
constexpr const KernelTable<Scalar>& kernels() {
  return INKLING_SIMD_TARGET::table<Scalar>;  // the only ones; constexpr, so that unused ones aren't linked
}
#else
template <class Scalar>
const KernelTable<Scalar>& kernels();
#endif

}  // namespace inkling::math
