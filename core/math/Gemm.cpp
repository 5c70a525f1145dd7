#include "core/math/Gemm.h"

#include "core/math/Kernels.h"

namespace inkling::math {

template <class Scalar>
void gemm(const StridedRows& layout, const Scalar* a, const Scalar* b, Scalar* c, int n, Accumulate into) {
  kernels<Scalar>().gemm(layout, a, b, c, n, into);
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
void gemm_tn(const StridedRows& layout, const Scalar* a, const Scalar* b, Scalar* c, int n, Accumulate into) {
  kernels<Scalar>().gemm_tn(layout, a, b, c, n, into);
}

template void gemm(const StridedRows&, const float*, const float*, float*, int, Accumulate);
template void gemm(const StridedRows&, const double*, const double*, double*, int, Accumulate);
template void gemm_bias(const StridedRows&, const float*, const float*, const float*, bool, float*, int);
template void gemm_bias(const StridedRows&, const double*, const double*, const double*, bool, double*, int);
template void gemm_bias_pool(const StridedRows&, const float*, const float*, const float*, bool, float*, int);
template void gemm_bias_pool(const StridedRows&, const double*, const double*, const double*, bool, double*,
                             int);
template void gemm_tn(const StridedRows&, const float*, const float*, float*, int, Accumulate);
template void gemm_tn(const StridedRows&, const double*, const double*, double*, int, Accumulate);

}  // namespace inkling::math
