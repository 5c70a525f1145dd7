// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstdint>
#include <cstring>

#if defined(__AVX2__)
#include <immintrin.h>
#elif defined(__wasm_simd128__)
#include <wasm_simd128.h>
#endif

namespace inkling::math {

/// 32 characters compared at once. Results are bit masks, with bit 0 for the first character.
#if defined(__AVX2__)

class ByteBlock {
 public:
  static constexpr int size = 32;

  static ByteBlock load(const char* from) {
    return {_mm256_loadu_si256(reinterpret_cast<const __m256i*>(from))};
  }
  static ByteBlock repeat_pair(char even, char odd) {
    const auto pair =
        static_cast<std::uint16_t>(static_cast<unsigned char>(odd) << 8 | static_cast<unsigned char>(even));
    return {_mm256_set1_epi16(static_cast<short>(pair))};
  }

  std::uint32_t equal_mask(const ByteBlock& other) const {
    return static_cast<std::uint32_t>(_mm256_movemask_epi8(_mm256_cmpeq_epi8(bytes_, other.bytes_)));
  }
  std::uint32_t digit_mask() const {
    const __m256i values = _mm256_sub_epi8(bytes_, _mm256_set1_epi8('0'));
    const __m256i small = _mm256_cmpeq_epi8(_mm256_min_epu8(values, _mm256_set1_epi8(9)), values);
    return static_cast<std::uint32_t>(_mm256_movemask_epi8(small));
  }

 private:
  ByteBlock(__m256i bytes) : bytes_(bytes) {}

  __m256i bytes_;
};

#elif defined(__wasm_simd128__)

class ByteBlock {
 public:
  static constexpr int size = 32;

  static ByteBlock load(const char* from) { return {wasm_v128_load(from), wasm_v128_load(from + 16)}; }
  static ByteBlock repeat_pair(char even, char odd) {
    const auto pair =
        static_cast<std::uint16_t>(static_cast<unsigned char>(odd) << 8 | static_cast<unsigned char>(even));
    return {wasm_u16x8_splat(pair), wasm_u16x8_splat(pair)};
  }

  std::uint32_t equal_mask(const ByteBlock& other) const {
    return mask(wasm_i8x16_eq(low_, other.low_), wasm_i8x16_eq(high_, other.high_));
  }
  std::uint32_t digit_mask() const { return mask(are_digits(low_), are_digits(high_)); }

 private:
  ByteBlock(v128_t low, v128_t high) : low_(low), high_(high) {}

  static v128_t are_digits(v128_t bytes) {
    return wasm_u8x16_lt(wasm_i8x16_sub(bytes, wasm_i8x16_const_splat('0')), wasm_u8x16_const_splat(10));
  }
  static std::uint32_t mask(v128_t low, v128_t high) {
    return std::uint32_t{wasm_i8x16_bitmask(high)} << 16 | wasm_i8x16_bitmask(low);
  }

  v128_t low_, high_;
};

#else

class ByteBlock {
 public:
  static constexpr int size = 32;

  static ByteBlock load(const char* from) {
    ByteBlock block;
    std::memcpy(block.bytes_.data(), from, size);
    return block;
  }
  static ByteBlock repeat_pair(char even, char odd) {
    ByteBlock block;
    for (std::size_t byte = 0; byte < size; ++byte) block.bytes_[byte] = byte % 2 == 0 ? even : odd;
    return block;
  }

  std::uint32_t equal_mask(const ByteBlock& other) const {
    std::uint32_t mask = 0;
    for (std::size_t byte = 0; byte < size; ++byte) {
      mask |= static_cast<std::uint32_t>(bytes_[byte] == other.bytes_[byte]) << byte;
    }
    return mask;
  }
  std::uint32_t digit_mask() const {
    std::uint32_t mask = 0;
    for (std::size_t byte = 0; byte < size; ++byte) {
      mask |= static_cast<std::uint32_t>(bytes_[byte] >= '0' && bytes_[byte] <= '9') << byte;
    }
    return mask;
  }

 private:
  std::array<char, size> bytes_;
};

#endif

}  // namespace inkling::math
