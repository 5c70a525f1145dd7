#pragma once

#include <cstdint>

namespace inkling {

/// The bits of the 16-bit float nearest to `value` (IEEE 754 binary16: 5 bits of exponent, 10 of mantissa),
/// of two equally near ones the even one. From 65520 on that is infinity; below 2^-25, zero.
std::uint16_t to_half(float value);

/// What these bits of a 16-bit float stand for, exactly.
float from_half(std::uint16_t bits);

}  // namespace inkling
