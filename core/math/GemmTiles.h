#pragma once

#include <type_traits>

#include "core/math/Gemm.h"
#include "core/math/Lanes.h"

// Compiled for each target: see Target.h. What a function does is told in RowProduct.h.
namespace inkling::math::INKLING_TARGET {

// The products are made of tiles: some rows by two vectors of the result stay in registers while a row of b
// after the other is multiplied into them. Twelve sums hide the latency of the additions and leave the
// sixteen registers of AVX2 room for the operands (Goto and van de Geijn, 2008); thirty-two hold twice as
// many. V8 has the same sixteen for wasm, but of more than eight sums it keeps some in memory, at half the
// speed. Nothing is packed: the rows of b are contiguous already, and the numbers of a are read one by one.
// Every number of a result is one sum in the order of its terms, so that all targets that round a product and
// a sum once give the same bits.
#if defined(__wasm__)
constexpr int tile_height = 4;
#else
constexpr int tile_height = vector_registers == 32 ? 12 : 6;
#endif
constexpr int tile_vectors = 2;

template <class Lane, int height, int vectors>
struct Tile {
  Lane sums[height][vectors];

  void clear() {
    for (int row = 0; row < height; ++row) {
      for (int vector = 0; vector < vectors; ++vector) sums[row][vector] = Lane::zero();
    }
  }

  template <class Scalar>
  void load(const Scalar* from, std::ptrdiff_t stride) {
    for (int row = 0; row < height; ++row) {
      for (int vector = 0; vector < vectors; ++vector) {
        sums[row][vector] = Lane::load(from + row * stride + vector * Lane::size);
      }
    }
  }

  /// sums += a column of factors, one `offset_of` each row, times a row of b.
  template <class Scalar, class Offset>
  void add(const Scalar* factors, Offset offset_of, const Scalar* b) {
    Lane loaded[vectors];
    for (int vector = 0; vector < vectors; ++vector) loaded[vector] = Lane::load(b + vector * Lane::size);
    for (int row = 0; row < height; ++row) {
      const Scalar* factor = factors + offset_of(row);
      for (int vector = 0; vector < vectors; ++vector) sums[row][vector].multiply_add(factor, loaded[vector]);
    }
  }

  template <bool relu, class Scalar>
  void store(Scalar* c, int n) const {
    for (int row = 0; row < height; ++row) {
      for (int vector = 0; vector < vectors; ++vector) {
        const auto& sum = sums[row][vector].values;
        const Lane result{relu ? larger(sum, Lane::zero().values) : sum};
        result.store(c + row * n + vector * Lane::size);
      }
    }
  }

  /// Of all rows the largest sums, as one row.
  template <bool relu, class Scalar>
  void store_largest(Scalar* c) const {
    for (int vector = 0; vector < vectors; ++vector) {
      auto largest = sums[0][vector].values;
      for (int row = 1; row < height; ++row) largest = larger(largest, sums[row][vector].values);
      if constexpr (relu) largest = larger(largest, Lane::zero().values);
      Lane{largest}.store(c + vector * Lane::size);
    }
  }
};

/// Goes through `outer` times `inner` places as one loop: at each end of a nested inner loop V8 would save
/// the tile's sums to memory and fetch them again, which halves the speed where inner loops are short.
template <class Scalar>
struct Walk {
  const Scalar* place;
  int inner, left_inside, left;
  std::ptrdiff_t inner_stride, jump;  // jump: from past the end of an inner row to the beginning of the next

  Walk(const Scalar* first, int outer_count, int inner_count, std::ptrdiff_t outer_stride,
       std::ptrdiff_t stride)
      : place(first),
        inner(inner_count),
        left_inside(inner_count),
        left(outer_count * inner_count),
        inner_stride(stride),
        jump(outer_stride - inner_count * stride) {}

  bool going() const { return left > 0; }

  void step() {
    place += inner_stride;
    --left;
    if (--left_inside > 0) return;
    left_inside = inner;
    place += jump;
  }
};

/// Calls `visit` with `height` as a constant, so that a tile's loops are unrolled.
template <int most = tile_height, class Visit>
void with_constant_height(int height, Visit visit) {
  if constexpr (most > 1) {
    if (height < most) return with_constant_height<most - 1>(height, visit);
  }
  visit(std::integral_constant<int, most>());
}

/// Cuts `rows` into tiles as even as can be, since a low tile cannot hide the additions' latency: fourteen
/// become 5, 5 and 4.
template <class Visit>
void for_each_tile(int rows, Visit visit) {
  const int tiles = (rows + tile_height - 1) / tile_height;
  for (int tile = 0, begin = 0; tile < tiles; ++tile) {
    const int height = (rows - begin) / (tiles - tile);
    with_constant_height(height, [&](auto constant) { visit(begin, constant); });
    begin += height;
  }
}

/// sums += rows of a, which begin at `first` and one `offset_of` each row, times columns of b.
template <class Tile, class Scalar, class Offset>
void add_product(const StridedRows& layout, const Scalar* first, Offset offset_of, const Scalar* b, int n,
                 Tile& tile) {
  for (int run = 0; run < layout.runs; ++run, first += layout.run_stride) {
    for (int inner = 0; inner < layout.run; ++inner, b += n) tile.add(first + inner, offset_of, b);
  }
}

/// c = a b + what `begin(tile, row of c, column)` puts into the sums first.
template <bool relu, class Scalar, class Begin>
void multiply_beginning(const StridedRows& layout, const Scalar* a, const Scalar* b, Scalar* c, int n,
                        Begin begin) {
  for_each_column_block<Scalar, tile_vectors>(n, [&]<class Lane>(Lane, auto vectors, int column) {
    for (int group = 0; group < layout.groups; ++group) {
      for_each_tile(layout.rows, [&](int row, auto height) {
        const Scalar* first = a + group * layout.group_stride + row * layout.row_stride;
        const int c_row = group * layout.rows + row;
        Tile<Lane, height, vectors> tile;
        begin(tile, c_row, column);
        add_product(layout, first, [&](int line) { return line * layout.row_stride; }, b + column, n, tile);
        tile.template store<relu>(c + c_row * n + column, n);
      });
    }
  });
}

template <class Scalar>
void gemm(const StridedRows& layout, const Scalar* a, const Scalar* b, Scalar* c, int n, Accumulate into) {
  if (into == Accumulate::add) {
    multiply_beginning<false>(layout, a, b, c, n,
                              [=](auto& tile, int row, int column) { tile.load(c + row * n + column, n); });
  } else {
    multiply_beginning<false>(layout, a, b, c, n, [](auto& tile, int, int) { tile.clear(); });
  }
}

template <class Scalar>
void gemm_bias(const StridedRows& layout, const Scalar* a, const Scalar* b, const Scalar* bias, bool relu,
               Scalar* c, int n) {
  const auto begin = [=](auto& tile, int /*row*/, int column) { tile.load(bias + column, 0); };
  if (relu) {
    multiply_beginning<true>(layout, a, b, c, n, begin);
  } else {
    multiply_beginning<false>(layout, a, b, c, n, begin);
  }
}

template <bool relu, class Scalar>
void multiply_squares(const StridedRows& layout, const Scalar* a, const Scalar* b, const Scalar* bias,
                      Scalar* c, int n) {
  constexpr int side = 2;
  const auto cell = [&](int index) {
    return index / side * layout.group_stride + index % side * layout.row_stride;
  };
  for_each_column_block<Scalar, tile_vectors>(n, [&]<class Lane>(Lane, auto vectors, int column) {
    Scalar* target = c + column;
    for (int group = 0; group + side <= layout.groups; group += side) {
      const Scalar* first = a + group * layout.group_stride;
      for (int row = 0; row + side <= layout.rows; row += side, target += n) {
        Tile<Lane, side * side, vectors> tile;
        tile.load(bias + column, 0);
        add_product(layout, first + row * layout.row_stride, cell, b + column, n, tile);
        tile.template store_largest<relu>(target);
      }
    }
  });
}

template <class Scalar>
void gemm_bias_pool(const StridedRows& layout, const Scalar* a, const Scalar* b, const Scalar* bias,
                    bool relu, Scalar* c, int n) {
  if (relu) return multiply_squares<true>(layout, a, b, bias, c, n);
  multiply_squares<false>(layout, a, b, bias, c, n);
}

template <class Scalar>
void gemm_tn(const StridedRows& layout, const Scalar* a, const Scalar* b, Scalar* c, int n, Accumulate into) {
  for (int run = 0; run < layout.runs; ++run) {
    for_each_tile(layout.run, [&](int inner, auto height) {
      for_each_column_block<Scalar, tile_vectors>(n, [&]<class Lane>(Lane, auto vectors, int column) {
        Scalar* target = c + (run * layout.run + inner) * n + column;
        Tile<Lane, height, vectors> tile;
        if (into == Accumulate::add) {
          tile.load(target, n);
        } else {
          tile.clear();
        }
        const Scalar* b_row = b + column;
        const Scalar* first = a + run * layout.run_stride + inner;
        for (Walk<Scalar> walk(first, layout.groups, layout.rows, layout.group_stride, layout.row_stride);
             walk.going(); walk.step()) {
          tile.add(walk.place, [](int line) { return line; }, b_row);
          b_row += n;
        }
        tile.template store<false>(target, n);
      });
    });
  }
}

}  // namespace inkling::math::INKLING_TARGET
