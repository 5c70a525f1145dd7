// SPDX-License-Identifier: MIT
#include "core/math/Kernels.h"

namespace inkling::math {

template <class Scalar>
const KernelTable<Scalar>& baseline_kernels() {
  return INKLING_SIMD_TARGET::table<Scalar>;
}

template const KernelTable<float>& baseline_kernels();
template const KernelTable<double>& baseline_kernels();

#if !defined(__wasm__)

template <class Scalar>
const KernelTable<Scalar>& avx2_kernels();  // in KernelsAvx2.cpp
template <class Scalar>
const KernelTable<Scalar>& avx512_kernels();  // in KernelsAvx512.cpp

namespace {

#if defined(INKLING_AVX2)
bool has_avx2() {
  return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma") && __builtin_cpu_supports("bmi") &&
         __builtin_cpu_supports("bmi2");
}
#endif

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
#if defined(INKLING_AVX2)
  if (has_avx2()) return avx2_kernels<Scalar>();
#endif
  return baseline_kernels<Scalar>();
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

// The functions of Gemm.h and BatchNormOps.h.

template <class Scalar>
void gemm(const StridedRows& layout, const Scalar* a, const Scalar* b, Scalar* c, int n,
          Accumulate accumulate) {
  kernels<Scalar>().gemm(layout, a, b, c, n, accumulate);
}

template <class Scalar>
void gemm_bias(const StridedRows& layout, const Scalar* a, const Scalar* b, const Scalar* bias, bool relu,
               Scalar* c, int n) {
  kernels<Scalar>().gemm_bias(layout, a, b, bias, relu, c, n);
}

template <class Scalar>
void gemm_bias_pool(const StridedRows& layout, const Scalar* a, const Scalar* b, const Scalar* bias,
                    bool relu, Scalar* c, int n) {
  kernels<Scalar>().gemm_bias_pool(layout, a, b, bias, relu, c, n);
}

template <class Scalar>
void gemm_tn(const StridedRows& layout, const Scalar* a, const Scalar* b, Scalar* c, int n,
             Accumulate accumulate) {
  kernels<Scalar>().gemm_tn(layout, a, b, c, n, accumulate);
}

template <class Scalar>
void batch_norm_stats(const Scalar* image, int positions, int channels, Scalar* mean,
                      Scalar* squared_deviations) {
  kernels<Scalar>().batch_norm_stats(image, positions, channels, mean, squared_deviations);
}

template <class Scalar>
void batch_norm_apply(const BatchNormGeometry& geometry, const Scalar* image,
                      const ChannelAffine<Scalar>& affine, Scalar* output) {
  kernels<Scalar>().batch_norm_apply(geometry, image, affine, output);
}

template <class Scalar>
void batch_norm_backward_reduce(const BatchNormGeometry& geometry, const Scalar* image,
                                const ChannelAffine<Scalar>& affine, const Scalar* output_gradient,
                                const Scalar* mean, Scalar* gradient_sums, Scalar* product_sums) {
  kernels<Scalar>().batch_norm_backward_reduce(geometry, image, affine, output_gradient, mean, gradient_sums,
                                               product_sums);
}

template <class Scalar>
void batch_norm_backward_apply(const BatchNormGeometry& geometry, const Scalar* image,
                               const ChannelAffine<Scalar>& affine, const Scalar* output_gradient,
                               const GradientAffine<Scalar>& gradient_affine, Scalar* image_gradient) {
  kernels<Scalar>().batch_norm_backward_apply(geometry, image, affine, output_gradient, gradient_affine,
                                              image_gradient);
}

#define INKLING_INSTANTIATE(Scalar)                                                                       \
  template void gemm(const StridedRows&, const Scalar*, const Scalar*, Scalar*, int, Accumulate);         \
  template void gemm_bias(const StridedRows&, const Scalar*, const Scalar*, const Scalar*, bool, Scalar*, \
                          int);                                                                           \
  template void gemm_bias_pool(const StridedRows&, const Scalar*, const Scalar*, const Scalar*, bool,     \
                               Scalar*, int);                                                             \
  template void gemm_tn(const StridedRows&, const Scalar*, const Scalar*, Scalar*, int, Accumulate);      \
  template void batch_norm_stats(const Scalar*, int, int, Scalar*, Scalar*);                              \
  template void batch_norm_apply(const BatchNormGeometry&, const Scalar*, const ChannelAffine<Scalar>&,   \
                                 Scalar*);                                                                \
  template void batch_norm_backward_reduce(const BatchNormGeometry&, const Scalar*,                       \
                                           const ChannelAffine<Scalar>&, const Scalar*, const Scalar*,    \
                                           Scalar*, Scalar*);                                             \
  template void batch_norm_backward_apply(const BatchNormGeometry&, const Scalar*,                        \
                                          const ChannelAffine<Scalar>&, const Scalar*,                    \
                                          const GradientAffine<Scalar>&, Scalar*)

INKLING_INSTANTIATE(float);
INKLING_INSTANTIATE(double);
#undef INKLING_INSTANTIATE

}  // namespace inkling::math
