#include "core/math/RowProduct.h"

#include "core/math/Kernels.h"

namespace inkling {

template <class Scalar>
void multiply_rows(const RowLayout& layout, const Scalar* a, const Scalar* b, Scalar* c, int n, Into into) {
  kernels<Scalar>().multiply_rows(layout, a, b, c, n, into);
}

template <class Scalar>
void multiply_rows_biased(const RowLayout& layout, const Scalar* a, const Scalar* b, const Scalar* bias,
                          bool relu, Scalar* c, int n) {
  kernels<Scalar>().multiply_rows_biased(layout, a, b, bias, relu, c, n);
}

template <class Scalar>
void multiply_rows_pooled(const RowLayout& layout, const Scalar* a, const Scalar* b, const Scalar* bias,
                          bool relu, Scalar* c, int n) {
  kernels<Scalar>().multiply_rows_pooled(layout, a, b, bias, relu, c, n);
}

template <class Scalar>
void multiply_rows_transposed(const RowLayout& layout, const Scalar* a, const Scalar* b, Scalar* c, int n,
                              Into into) {
  kernels<Scalar>().multiply_rows_transposed(layout, a, b, c, n, into);
}

template void multiply_rows(const RowLayout&, const float*, const float*, float*, int, Into);
template void multiply_rows(const RowLayout&, const double*, const double*, double*, int, Into);
template void multiply_rows_biased(const RowLayout&, const float*, const float*, const float*, bool, float*,
                                   int);
template void multiply_rows_biased(const RowLayout&, const double*, const double*, const double*, bool,
                                   double*, int);
template void multiply_rows_pooled(const RowLayout&, const float*, const float*, const float*, bool, float*,
                                   int);
template void multiply_rows_pooled(const RowLayout&, const double*, const double*, const double*, bool,
                                   double*, int);
template void multiply_rows_transposed(const RowLayout&, const float*, const float*, float*, int, Into);
template void multiply_rows_transposed(const RowLayout&, const double*, const double*, double*, int, Into);

}  // namespace inkling
