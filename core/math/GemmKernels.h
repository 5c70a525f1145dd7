// SPDX-License-Identifier: MIT
#pragma once

#include <type_traits>

#include "core/math/Gemm.h"
#include "core/math/SimdVector.h"

// Compiled once per instruction set, see SimdVector.h. Gemm.h documents what each function computes.
namespace inkling::math::INKLING_SIMD_TARGET {

// Register tiling: a tile of the result, some rows by two vectors, stays in registers while one row of b
// after another is multiplied into it. Twelve accumulators hide the latency of the additions and leave room
// for the operands in AVX2's 16 registers (Goto and van de Geijn, 2008); 32 registers hold twice as many. V8
// gives WebAssembly the same 16 registers but spills with more than eight accumulators, which halves the
// speed. Nothing is packed: rows of b are contiguous already, and values of a are broadcast one by one. Each
// value of the result is one sum in the order of its terms, so all targets with fused multiply-add give the
// same bits.
#if defined(__wasm__)
constexpr int max_tile_rows = 4;
#else
constexpr int max_tile_rows = vector_registers == 32 ? 12 : 6;
#endif
constexpr int tile_vectors = 2;

/// A tile of the result [rows, vectors * lanes], held in registers.
template <class Vector, int rows, int vectors>
struct RegisterTile {
  Vector sums[rows][vectors];

  void clear() {
    for (int row = 0; row < rows; ++row) {
      for (int vector = 0; vector < vectors; ++vector) sums[row][vector] = Vector::zero();
    }
  }

  /// With a stride of 0 all rows start as the same one.
  template <class Scalar>
  void load(const Scalar* from, std::ptrdiff_t stride) {
    for (int row = 0; row < rows; ++row) {
      for (int vector = 0; vector < vectors; ++vector) {
        sums[row][vector] = Vector::load(from + row * stride + vector * Vector::lanes);
      }
    }
  }

  /// Rank-1 update: adds the outer product of a column of a, whose values are at `a + offset_of(row)`, and a
  /// row of b.
  template <class Scalar, class Offset>
  void add_outer_product(const Scalar* a, Offset offset_of, const Scalar* b) {
    Vector b_row[vectors];
    for (int vector = 0; vector < vectors; ++vector) b_row[vector] = Vector::load(b + vector * Vector::lanes);
    for (int row = 0; row < rows; ++row) {
      const Scalar* factor = a + offset_of(row);
      for (int vector = 0; vector < vectors; ++vector) sums[row][vector].multiply_add(factor, b_row[vector]);
    }
  }

  template <bool relu, class Scalar>
  void store(Scalar* c, int stride) const {
    for (int row = 0; row < rows; ++row) {
      for (int vector = 0; vector < vectors; ++vector) {
        const auto& sum = sums[row][vector].value;
        const Vector result{relu ? simd_max(sum, Vector::zero().value) : sum};
        result.store(c + row * stride + vector * Vector::lanes);
      }
    }
  }

  /// Stores a row for each pooling window of `window_rows` rows: their maximum.
  template <bool relu, int window_rows, class Scalar>
  void store_max(Scalar* c, int stride) const {
    for (int first = 0; first < rows; first += window_rows, c += stride) {
      for (int vector = 0; vector < vectors; ++vector) {
        auto max = sums[first][vector].value;
        for (int row = 1; row < window_rows; ++row) max = simd_max(max, sums[first + row][vector].value);
        if constexpr (relu) max = simd_max(max, Vector::zero().value);
        Vector{max}.store(c + vector * Vector::lanes);
      }
    }
  }
};

/// Iterates over all rows of all groups as one flat loop. With nested loops V8 would spill the tile to memory
/// at each end of the inner one, which halves the speed where groups are short.
template <class Scalar>
class FlatRowIterator {
 public:
  FlatRowIterator(const Scalar* first, const StridedRows& layout)
      : row_(first),
        rows_per_group_(layout.rows_per_group),
        left_in_group_(layout.rows_per_group),
        left_(layout.rows()),
        row_stride_(layout.row_stride),
        group_jump_(layout.group_stride - layout.rows_per_group * layout.row_stride) {}

  bool done() const { return left_ <= 0; }
  const Scalar* row() const { return row_; }

  void advance() {
    row_ += row_stride_;
    --left_;
    if (--left_in_group_ > 0) return;
    left_in_group_ = rows_per_group_;
    row_ += group_jump_;
  }

 private:
  const Scalar* row_;
  int rows_per_group_, left_in_group_, left_;
  std::ptrdiff_t row_stride_, group_jump_;  // the jump leads from the end of a group to the next one's start
};

/// Calls `visit` with a compile-time constant, so that the loops over a tile are unrolled.
template <int max, class Visit>
void with_constant(int count, Visit visit) {
  if constexpr (max > 1) {
    if (count < max) return with_constant<max - 1>(count, visit);
  }
  visit(std::integral_constant<int, max>());
}

/// Splits `count` rows into tiles of up to `max`, as evenly as possible, since a tile of few rows can't hide
/// the latency of the additions: 14 become 5, 5 and 4 where six is the most.
template <int max, class Visit>
void for_each_tile(int count, Visit visit) {
  const int tiles = (count + max - 1) / max;
  for (int tile = 0, begin = 0; tile < tiles; ++tile) {
    const int size = (count - begin) / (tiles - tile);
    with_constant<max>(size, [&](auto constant) { visit(begin, constant); });
    begin += size;
  }
}

/// tile += rows of a times columns of b. The rows start at `a + offset_of(row)`.
template <class Tile, class Scalar, class Offset>
void microkernel(const StridedRows& layout, const Scalar* a, Offset offset_of, const Scalar* b, int n,
                 Tile& tile) {
  for (int segment = 0; segment < layout.segments; ++segment, a += layout.segment_stride) {
    for (int inner = 0; inner < layout.segment_size; ++inner, b += n) {
      tile.add_outer_product(a + inner, offset_of, b);
    }
  }
}

/// c = a b + what `init(tile, row of c, column)` puts into each tile first.
template <bool relu, class Scalar, class Init>
void tiled_gemm(const StridedRows& layout, const Scalar* a, const Scalar* b, Scalar* c, int n, Init init) {
  for_each_column_block<Scalar, tile_vectors>(n, [&]<class Vector>(Vector, auto vectors, int column) {
    for (int group = 0; group < layout.groups; ++group) {
      for_each_tile<max_tile_rows>(layout.rows_per_group, [&](int row, auto tile_rows) {
        const Scalar* first = a + group * layout.group_stride + row * layout.row_stride;
        const int c_row = group * layout.rows_per_group + row;
        RegisterTile<Vector, tile_rows, vectors> tile;
        init(tile, c_row, column);
        microkernel(layout, first, [&](int index) { return index * layout.row_stride; }, b + column, n, tile);
        tile.template store<relu>(c + c_row * n + column, n);
      });
    }
  });
}

template <class Scalar>
void gemm(const StridedRows& layout, const Scalar* a, const Scalar* b, Scalar* c, int n,
          Accumulate accumulate) {
  if (accumulate == Accumulate::yes) {
    tiled_gemm<false>(layout, a, b, c, n,
                      [=](auto& tile, int row, int column) { tile.load(c + row * n + column, n); });
  } else {
    tiled_gemm<false>(layout, a, b, c, n, [](auto& tile, int, int) { tile.clear(); });
  }
}

template <class Scalar>
void gemm_bias(const StridedRows& layout, const Scalar* a, const Scalar* b, const Scalar* bias, bool relu,
               Scalar* c, int n) {
  const auto init = [=](auto& tile, int /*row*/, int column) { tile.load(bias + column, 0); };
  if (relu) {
    tiled_gemm<true>(layout, a, b, c, n, init);
  } else {
    tiled_gemm<false>(layout, a, b, c, n, init);
  }
}

/// Each tile is a few adjacent pooling windows: four rows alone can't hide the latency of the additions where
/// n is a single vector.
template <bool relu, class Scalar>
void tiled_gemm_pool(const StridedRows& layout, const Scalar* a, const Scalar* b, const Scalar* bias,
                     Scalar* c, int n) {
  constexpr int side = 2, window_rows = side * side, max_windows = max_tile_rows / window_rows;
  const auto offset_in_tile = [&](int index) {
    const int window = index / window_rows, y = index / side % side, x = index % side;
    return y * layout.group_stride + (window * side + x) * layout.row_stride;
  };
  for_each_column_block<Scalar, tile_vectors>(n, [&]<class Vector>(Vector, auto vectors, int column) {
    Scalar* target = c + column;
    for (int group = 0; group + side <= layout.groups; group += side) {
      const Scalar* first = a + group * layout.group_stride;
      for_each_tile<max_windows>(layout.rows_per_group / side, [&](int window, auto windows) {
        RegisterTile<Vector, windows * window_rows, vectors> tile;
        tile.load(bias + column, 0);
        microkernel(layout, first + window * side * layout.row_stride, offset_in_tile, b + column, n, tile);
        tile.template store_max<relu, window_rows>(target, n);
        target += windows * n;
      });
    }
  });
}

template <class Scalar>
void gemm_bias_pool(const StridedRows& layout, const Scalar* a, const Scalar* b, const Scalar* bias,
                    bool relu, Scalar* c, int n) {
  if (relu) return tiled_gemm_pool<true>(layout, a, b, bias, c, n);
  tiled_gemm_pool<false>(layout, a, b, bias, c, n);
}

template <class Scalar>
void gemm_tn(const StridedRows& layout, const Scalar* a, const Scalar* b, Scalar* c, int n,
             Accumulate accumulate) {
  for (int segment = 0; segment < layout.segments; ++segment) {
    for_each_tile<max_tile_rows>(layout.segment_size, [&](int inner, auto tile_rows) {
      for_each_column_block<Scalar, tile_vectors>(n, [&]<class Vector>(Vector, auto vectors, int column) {
        Scalar* target = c + (segment * layout.segment_size + inner) * n + column;
        RegisterTile<Vector, tile_rows, vectors> tile;
        if (accumulate == Accumulate::yes) {
          tile.load(target, n);
        } else {
          tile.clear();
        }
        const Scalar* b_row = b + column;
        for (FlatRowIterator<Scalar> rows(a + segment * layout.segment_stride + inner, layout); !rows.done();
             rows.advance()) {
          tile.add_outer_product(rows.row(), [](int index) { return index; }, b_row);
          b_row += n;
        }
        tile.template store<false>(target, n);
      });
    });
  }
}

}  // namespace inkling::math::INKLING_SIMD_TARGET
