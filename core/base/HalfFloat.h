// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>

namespace inkling {

/// The bits of the IEEE 754 binary16 number (5 bits of exponent, 10 of mantissa) nearest to `value`, ties to
/// even. Magnitudes from 65520 become infinity, those up to 2^-25 zero.
std::uint16_t to_half(float value);

/// The value of a binary16 number, exactly.
float from_half(std::uint16_t bits);

}  // namespace inkling
