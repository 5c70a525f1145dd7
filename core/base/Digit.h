// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstdint>
#include <span>

namespace inkling {

/// All networks read images of MNIST's size.
inline constexpr int image_side = 28;
inline constexpr int image_pixels = image_side * image_side;

/// The digits 0 to 9.
inline constexpr int digit_count = 10;

/// A 28x28 image in row-major order: 0 is paper, 255 is ink.
using DigitImage = std::array<std::uint8_t, image_pixels>;

/// Scales bytes to the range that networks read, from 0 for paper to 1 for ink.
void to_floats(std::span<const std::uint8_t, image_pixels> image, std::span<float, image_pixels> floats);

/// The inverse of to_floats(): clamps to the range 0 to 1 and rounds to the nearest byte.
void to_bytes(std::span<const float, image_pixels> floats, std::span<std::uint8_t, image_pixels> image);

}  // namespace inkling
