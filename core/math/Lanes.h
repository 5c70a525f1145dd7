#pragma once

#include <cmath>
#include <cstring>
#include <type_traits>

#include "core/math/SimdTarget.h"

#if defined(__wasm_simd128__)
#include <wasm_simd128.h>
#endif

namespace inkling::math::INKLING_TARGET {

/// `count` numbers that are worked on at once, by the compiler's vector extension: one source for AVX, NEON
/// and wasm. Their values are added, multiplied and compared like single numbers.
template <class Scalar, int count>
struct Lanes {
  typedef Scalar Values __attribute__((vector_size(count * sizeof(Scalar))));
  static constexpr int size = count;

  Values values;

  static Lanes zero() { return {Values{}}; }
  static Lanes load(const Scalar* from) {
    Lanes lanes;
    std::memcpy(&lanes.values, from, sizeof lanes.values);
    return lanes;
  }
  void store(Scalar* to) const { std::memcpy(to, &values, sizeof values); }

  /// values += *factor * other, rounded once where the machine can.
  void multiply_add(const Scalar* factor, const Lanes& other) { values = *factor * other.values + values; }
};

/// A single number with the same face, for the columns that fill no vector.
template <class Scalar>
struct Lanes<Scalar, 1> {
  typedef Scalar Values;
  static constexpr int size = 1;

  Values values;

  static Lanes zero() { return {Scalar(0)}; }
  static Lanes load(const Scalar* from) { return {*from}; }
  void store(Scalar* to) const { *to = values; }
  void multiply_add(const Scalar* factor, const Lanes& other) {
#if defined(__FMA__)
    values =
        std::fma(*factor, other.values, values);  // left to itself the compiler does so here and not there
#else
    values += *factor * other.values;
#endif
  }
};

#if defined(__wasm_simd128__)
// LLVM would load factors that lie side by side as a vector and shuffle each out of it, at half the speed;
// and it does not fuse a product and a sum by itself.
template <>
inline void Lanes<float, 4>::multiply_add(const float* factor, const Lanes& other) {
  const v128_t factors = wasm_v128_load32_splat(factor);
#if defined(__wasm_relaxed_simd__)
  values = wasm_f32x4_relaxed_madd(factors, other.values, values);
#else
  values = wasm_f32x4_add(wasm_f32x4_mul(factors, other.values), values);
#endif
}
#endif

/// The larger of each pair. Where one is not a number it is the first, as in C++; one instruction on x86,
/// which the maximum of wasm is not.
template <class Values>
Values larger(Values first, Values second) {
  return first < second ? second : first;
}

/// Calls `visit(lane, vectors, column)` for every block of `n` columns, from the left: `most` whole vectors
/// at a time, then fewer, then parts of a vector, then single numbers.
template <class Scalar, int most, int bytes = vector_bytes, class Visit>
void for_each_column_block(int n, Visit visit, int column = 0) {
  constexpr int least_bytes = 16;
  constexpr bool single = bytes < least_bytes;
  using Lane = Lanes<Scalar, single ? 1 : bytes / static_cast<int>(sizeof(Scalar))>;
  for (; column + most * Lane::size <= n; column += most * Lane::size) {
    visit(Lane(), std::integral_constant<int, most>(), column);
  }
  if constexpr (most > 1) {
    for_each_column_block<Scalar, most / 2, bytes>(n, visit, column);
  } else if constexpr (!single) {
    for_each_column_block<Scalar, 1, bytes / 2>(n, visit, column);
  }
}

}  // namespace inkling::math::INKLING_TARGET
