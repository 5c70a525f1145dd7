#pragma once

#include <cstddef>

namespace inkling::math {

/// Where the rows of a matrix lie that is not stored as one: row r of group g begins at
/// g * group_stride + r * row_stride and is made of `runs` runs of `run` numbers, run_stride apart. A plain
/// matrix has one group, one run. The patches of an image [height, width, channels] have a group for each
/// output row, rows one pixel apart, and a run for each kernel row: they overlap, and never need to be copied
/// out.
struct StridedRows {
  int groups = 1;
  int rows = 0;  // in each group
  int runs = 1;
  int run = 0;
  std::ptrdiff_t group_stride = 0, row_stride = 0, run_stride = 0;

  int columns() const { return runs * run; }
};

/// The layout of a plain matrix [rows, columns].
inline StridedRows contiguous_rows(int rows, int columns) {
  StridedRows layout;
  layout.rows = rows;
  layout.run = columns;
  layout.row_stride = columns;
  return layout;
}

/// Whether a product replaces what is in its result or is added to it.
enum class Accumulate { replace, add };

/// c = a b.  a: [groups * rows, columns] as laid out, b: [columns, n], c: [groups * rows, n]; both plain,
/// with rows n apart.
template <class Scalar>
void gemm(const StridedRows& layout, const Scalar* a, const Scalar* b, Scalar* c, int n, Accumulate into);

/// c = a b + bias in every row, and no less than 0 if `relu`.  bias: [n].
template <class Scalar>
void gemm_bias(const StridedRows& layout, const Scalar* a, const Scalar* b, const Scalar* bias, bool relu,
               Scalar* c, int n);

/// c = the largest of each column in every 2x2 square of a b + bias, and no less than 0 if `relu`. A square
/// has two rows each of two groups; a row or group left over is not worked out.  c: [groups / 2 * (rows / 2),
/// n].
template <class Scalar>
void gemm_bias_pool(const StridedRows& layout, const Scalar* a, const Scalar* b, const Scalar* bias,
                    bool relu, Scalar* c, int n);

/// c = a^T b.  a: [groups * rows, columns] as laid out, b: [groups * rows, n], c: [columns, n].
template <class Scalar>
void gemm_tn(const StridedRows& layout, const Scalar* a, const Scalar* b, Scalar* c, int n, Accumulate into);

}  // namespace inkling::math
