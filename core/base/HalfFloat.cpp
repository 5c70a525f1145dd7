// SPDX-License-Identifier: MIT
#include "core/base/HalfFloat.h"

#include <bit>
#include <limits>

namespace inkling {

namespace {

// binary32 has 8 bits of exponent, biased by 127, and 23 of mantissa.
constexpr int dropped_bits = 23 - 10;
constexpr std::uint32_t bias_difference = 127 - 15;
constexpr std::uint32_t single_infinity = 0xFFu << 23, half_infinity = 0x1Fu << 10, quiet_nan = 0x3Fu << 9;

}  // namespace

std::uint16_t to_half(float value) {
  const auto bits = std::bit_cast<std::uint32_t>(value);
  const std::uint32_t sign = bits >> 31 << 15, magnitude = bits & 0x7FFF'FFFF;
  const auto signed_half = [sign](std::uint32_t half) { return static_cast<std::uint16_t>(sign | half); };
  if (magnitude > single_infinity) return signed_half(quiet_nan);
  if (magnitude >= std::bit_cast<std::uint32_t>(65536.0f)) return signed_half(half_infinity);
  if (magnitude < std::bit_cast<std::uint32_t>(0x1p-14f)) {
    // The last bit of 0.5 is worth 2^-24, like that of a subnormal half: adding 0.5 rounds to it.
    const float sum = std::bit_cast<float>(magnitude) + 0.5f;
    return signed_half(std::bit_cast<std::uint32_t>(sum) - std::bit_cast<std::uint32_t>(0.5f));
  }
  const std::uint32_t is_odd = magnitude >> dropped_bits & 1;
  const std::uint32_t below_half_ulp = (1u << (dropped_bits - 1)) - 1;
  return signed_half((magnitude + below_half_ulp + is_odd - (bias_difference << 23)) >> dropped_bits);
}

float from_half(std::uint16_t bits) {
  const std::uint32_t magnitude = bits & 0x7FFFu;
  const float sign = bits & 0x8000u ? -1.0f : 1.0f;
  if (magnitude > half_infinity) return std::numeric_limits<float>::quiet_NaN();
  if (magnitude == half_infinity) return sign * std::numeric_limits<float>::infinity();
  if (magnitude < 1u << 10) return sign * static_cast<float>(magnitude) * 0x1p-24f;
  return sign * std::bit_cast<float>((magnitude << dropped_bits) + (bias_difference << 23));
}

}  // namespace inkling
