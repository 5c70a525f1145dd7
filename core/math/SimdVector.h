// SPDX-License-Identifier: MIT
#pragma once

#include <cmath>
#include <cstring>
#include <type_traits>

#if defined(__wasm_simd128__)
#include <wasm_simd128.h>
#endif

// The kernels are compiled once per instruction set, and all versions are linked into one program. Each gets
// its own namespace, or the linker would merge them.
#if defined(__AVX512F__)
#define INKLING_SIMD_TARGET avx512
#elif defined(__AVX__)
#define INKLING_SIMD_TARGET avx
#else
#define INKLING_SIMD_TARGET simd128
#endif

namespace inkling::math::INKLING_SIMD_TARGET {

#if defined(__AVX512F__)
inline constexpr int vector_bytes = 64, vector_registers = 32;
#elif defined(__AVX__)
inline constexpr int vector_bytes = 32, vector_registers = 16;
#else
inline constexpr int vector_bytes = 16, vector_registers = 16;
#endif

/// A SIMD vector of `count` lanes, built on the compiler's vector extension: one source for AVX, NEON and
/// WebAssembly. A Register supports + - * / and comparisons, lane by lane.
template <class Scalar, int count>
struct SimdVector {
  typedef Scalar Register __attribute__((vector_size(count * sizeof(Scalar))));
  static constexpr int lanes = count;

  Register value;

  static SimdVector zero() { return {Register{}}; }
  static SimdVector load(const Scalar* from) {
    SimdVector vector;
    std::memcpy(&vector.value, from, sizeof vector.value);
    return vector;
  }
  void store(Scalar* to) const { std::memcpy(to, &value, sizeof value); }

  /// this += *factor * other, as a fused multiply-add where the target has one.
  void multiply_add(const Scalar* factor, const SimdVector& other) { value = *factor * other.value + value; }
};

/// A scalar with the same interface, for the columns left over after the last vector.
template <class Scalar>
struct SimdVector<Scalar, 1> {
  typedef Scalar Register;
  static constexpr int lanes = 1;

  Register value;

  static SimdVector zero() { return {Scalar(0)}; }
  static SimdVector load(const Scalar* from) { return {*from}; }
  void store(Scalar* to) const { *to = value; }
  void multiply_add(const Scalar* factor, const SimdVector& other) {
#if defined(__FMA__)
    value = std::fma(*factor, other.value, value);  // the compiler contracts only some of these by itself
#else
    value += *factor * other.value;
#endif
  }
};

#if defined(__wasm_simd128__)
// LLVM would load adjacent factors as a vector and shuffle each one out, at half the speed, and it doesn't
// fuse multiply and add by itself.
template <>
inline void SimdVector<float, 4>::multiply_add(const float* factor, const SimdVector& other) {
  const v128_t factors = wasm_v128_load32_splat(factor);
#if defined(__wasm_relaxed_simd__)
  value = wasm_f32x4_relaxed_madd(factors, other.value, value);
#else
  value = wasm_f32x4_add(wasm_f32x4_mul(factors, other.value), value);
#endif
}
#endif

/// Lane-wise maximum; `first` where either is NaN, as with std::max. A single instruction on x86, which
/// WebAssembly's own maximum is not.
template <class Register>
Register simd_max(Register first, Register second) {
  return first < second ? second : first;
}

/// Splits columns [column, n) into blocks, left to right: `max_vectors` full vectors at a time, then fewer,
/// then narrower vectors, then scalars. Calls `visit(Vector(), number of vectors, first column)`.
template <class Scalar, int max_vectors, int bytes = vector_bytes, class Visit>
void for_each_column_block(int n, Visit visit, int column = 0) {
  constexpr int min_vector_bytes = 16;
  constexpr bool scalar = bytes < min_vector_bytes;
  using Vector = SimdVector<Scalar, scalar ? 1 : bytes / static_cast<int>(sizeof(Scalar))>;
  constexpr int block = max_vectors * Vector::lanes;
  for (; column + block <= n; column += block)
    visit(Vector(), std::integral_constant<int, max_vectors>(), column);
  if constexpr (max_vectors > 1) {
    for_each_column_block<Scalar, max_vectors / 2, bytes>(n, visit, column);
  } else if constexpr (!scalar) {
    for_each_column_block<Scalar, 1, bytes / 2>(n, visit, column);
  }
}

}  // namespace inkling::math::INKLING_SIMD_TARGET
