// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>

namespace inkling::math {

/// The layout of a matrix whose rows may overlap or be in pieces: row r of group g starts at
/// g * group_stride + r * row_stride and consists of `segments` contiguous segments of `segment_size` values,
/// segment_stride apart. A plain matrix has one group and one segment.
///
/// This is what makes im2col implicit: the patches of an image [height, width, channels] have a group for
/// each output row, rows one pixel apart and a segment for each kernel row, and are never copied out.
struct StridedRows {
  int groups = 1;
  int rows_per_group = 0;
  int segments = 1;
  int segment_size = 0;
  std::ptrdiff_t group_stride = 0, row_stride = 0, segment_stride = 0;

  int rows() const { return groups * rows_per_group; }
  int columns() const { return segments * segment_size; }
};

/// The layout of a plain matrix [rows, columns].
inline StridedRows contiguous_rows(int rows, int columns) {
  return {.rows_per_group = rows, .segment_size = columns, .row_stride = columns};
}

/// Whether a product is added to its destination (BLAS: beta = 1) or overwrites it (beta = 0).
enum class Accumulate { no, yes };

// In all of these b and c are plain row-major matrices. The kernels are compiled for several instruction
// sets, all of which give the same bits: see Kernels.h.

/// c [rows, n] = a b.  a: [rows, columns] as laid out, b: [columns, n].
template <class Scalar>
void gemm(const StridedRows& layout, const Scalar* a, const Scalar* b, Scalar* c, int n,
          Accumulate accumulate);

/// c [rows, n] = a b + bias, with a ReLU on top if `relu`.  bias: [n], added to every row.
template <class Scalar>
void gemm_bias(const StridedRows& layout, const Scalar* a, const Scalar* b, const Scalar* bias, bool relu,
               Scalar* c, int n);

/// Like gemm_bias, followed by 2x2 max pooling: the windows are two adjacent rows in two adjacent groups. An
/// odd row or group at the end is dropped.  c: [groups / 2 * (rows_per_group / 2), n].
template <class Scalar>
void gemm_bias_pool(const StridedRows& layout, const Scalar* a, const Scalar* b, const Scalar* bias,
                    bool relu, Scalar* c, int n);

/// c [columns, n] = a^T b.  a: [rows, columns] as laid out, b: [rows, n].
template <class Scalar>
void gemm_tn(const StridedRows& layout, const Scalar* a, const Scalar* b, Scalar* c, int n,
             Accumulate accumulate);

}  // namespace inkling::math
