#pragma once

namespace inkling {

/// Every picture that a network reads has MNIST's size.
inline constexpr int image_side = 28;
inline constexpr int image_pixels = image_side * image_side;

}  // namespace inkling
