#include "core/math/Kernels.h"

namespace inkling::math {

template <class Scalar>
const KernelTable<Scalar>& plain_kernels() {
  return INKLING_TARGET::table<Scalar>;
}

template const KernelTable<float>& plain_kernels();
template const KernelTable<double>& plain_kernels();

#if !defined(__wasm__)

#if defined(INKLING_AVX512)
template <class Scalar>
const KernelTable<Scalar>& avx512_kernels();  // in KernelsAvx512.cpp
#endif

namespace {

#if defined(INKLING_AVX512)
bool has_avx512() {
  return __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw") &&
         __builtin_cpu_supports("avx512cd") && __builtin_cpu_supports("avx512dq") &&
         __builtin_cpu_supports("avx512vl");
}
#endif

template <class Scalar>
const KernelTable<Scalar>& best_kernels() {
#if defined(INKLING_AVX512)
  if (has_avx512()) return avx512_kernels<Scalar>();
#endif
  return plain_kernels<Scalar>();
}

}  // namespace

template <class Scalar>
const KernelTable<Scalar>& kernels() {
  static const KernelTable<Scalar>& best = best_kernels<Scalar>();
  return best;
}

template const KernelTable<float>& kernels();
template const KernelTable<double>& kernels();

#endif

}  // namespace inkling::math
