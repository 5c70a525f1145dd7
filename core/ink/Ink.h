#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "core/base/Image.h"

namespace inkling {

/// Where the pen was, in any unit; y grows downward.
struct Point {
  float x = 0;
  float y = 0;
};

/// From pen down to pen up, in order of time. One point alone is a dot.
using Stroke = std::vector<Point>;

/// All that was written, in order of time.
using Ink = std::vector<Stroke>;

/// A 28x28 picture as the networks read it, row by row; 0 is paper, 255 is ink.
using DigitImage = std::array<std::uint8_t, image_pixels>;

}  // namespace inkling
