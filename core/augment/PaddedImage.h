#pragma once

#include <algorithm>
#include <array>
#include <span>

#include "core/base/Digit.h"

namespace inkling::augment {

/// A copy of the image in a margin of paper, so that no neighbour needs a test for the edge.
struct Padded {
  static constexpr int stride = 32;
  static constexpr int margin = 1;  // to the left and above; 3 to the right and below
  std::array<float, stride * stride> pixels{};

  explicit Padded(std::span<const float, image_pixels> image) {
    for (int y = 0; y < image_side; ++y) std::copy_n(image.data() + y * image_side, image_side, row(y));
  }
  float* row(int y) { return pixels.data() + (y + margin) * stride + margin; }
  const float* row(int y) const { return pixels.data() + (y + margin) * stride + margin; }
};

}  // namespace inkling::augment
