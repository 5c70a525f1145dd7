// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <array>
#include <span>

#include "core/base/Digit.h"

namespace inkling::augment {

/// A copy of an image [28, 28] with a margin of paper, so that reading a neighbour needs no bounds check.
struct PaddedImage {
  static constexpr int stride = 32;
  static constexpr int margin = 1;  // left and top; 3 right and bottom
  std::array<float, stride * stride> pixels{};

  explicit PaddedImage(std::span<const float, image_pixels> image) {
    for (int y = 0; y < image_side; ++y) std::copy_n(image.data() + y * image_side, image_side, row(y));
  }
  float* row(int y) { return pixels.data() + (y + margin) * stride + margin; }
  const float* row(int y) const { return pixels.data() + (y + margin) * stride + margin; }
};

}  // namespace inkling::augment
