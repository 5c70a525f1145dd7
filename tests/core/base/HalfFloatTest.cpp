// SPDX-License-Identifier: MIT
#include "core/base/HalfFloat.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <limits>

using namespace inkling;

namespace {

constexpr float infinity = std::numeric_limits<float>::infinity();

/// Computed from the definition of the format, not with bit operations.
float value_of(int half) {
  const int exponent = half >> 10 & 31, mantissa = half & 1023;
  const float sign = half >> 15 ? -1.0f : 1.0f;
  if (exponent == 31) return mantissa == 0 ? sign * infinity : std::numeric_limits<float>::quiet_NaN();
  const float whole = exponent == 0 ? 0 : 1024;
  return sign * std::ldexp(whole + static_cast<float>(mantissa), std::max(exponent, 1) - 25);
}

}  // namespace

TEST_CASE("all 65,536 halves survive the round trip through float") {
  int different = 0;
  for (int bits = 0; bits < 65'536; ++bits) {
    const auto half = static_cast<std::uint16_t>(bits);
    const float value = from_half(half), expected = value_of(bits);
    if (std::isnan(expected)) {
      different += !std::isnan(value) || !std::isnan(from_half(to_half(value)));
    } else {
      different += value != expected || std::signbit(value) != (bits >= 32'768) || to_half(value) != half;
    }
  }
  CHECK(different == 0);
}

TEST_CASE("a float rounds to the nearest half, and a tie to the even one") {
  int wrong = 0;
  for (int bits = 0; bits < 0x7BFF; ++bits) {
    const float low = value_of(bits), high = value_of(bits + 1), middle = low + (high - low) / 2;
    const int even = bits % 2 == 0 ? bits : bits + 1;
    wrong += to_half(middle) != even || to_half(-middle) != (even | 0x8000);
    wrong += to_half(std::nextafter(middle, 0.0f)) != bits;
    wrong += to_half(std::nextafter(middle, infinity)) != bits + 1;
  }
  CHECK(wrong == 0);
}

TEST_CASE("halves have the bits of the standard") {
  CHECK(to_half(0.0f) == 0x0000);
  CHECK(to_half(-0.0f) == 0x8000);
  CHECK(to_half(1.0f) == 0x3C00);
  CHECK(to_half(-2.0f) == 0xC000);
  CHECK(to_half(0.1f) == 0x2E66);
  CHECK(to_half(3.14159265f) == 0x4248);
  CHECK(to_half(0x1p-14f) == 0x0400);
  CHECK(to_half(0x1p-24f) == 0x0001);
  CHECK(to_half(0x1p-25f) == 0x0000);
  CHECK(to_half(65504.0f) == 0x7BFF);
  CHECK(to_half(65519.99f) == 0x7BFF);
  CHECK(to_half(65520.0f) == 0x7C00);
  CHECK(to_half(std::numeric_limits<float>::max()) == 0x7C00);
  CHECK(to_half(-infinity) == 0xFC00);
}
