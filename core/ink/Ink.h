#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "core/base/Digit.h"

namespace inkling::ink {

/// Where the pen was, in any unit; y grows downward.
struct Point {
  float x = 0;
  float y = 0;
};

/// From pen down to pen up, in order of time. One point alone is a dot.
using Stroke = std::vector<Point>;

/// All that was written, in order of time.
using Ink = std::vector<Stroke>;

}  // namespace inkling::ink
