#pragma once

#include <limits>

#include "core/ink/Ink.h"

namespace inkling::ink {

/// The least rectangle, along the axes, that holds some points. In double: the difference of two finite
/// floats may be too large for a float.
struct Bounds {
  double left = std::numeric_limits<double>::infinity(), top = left;
  double right = -left, bottom = -left;

  bool empty() const { return left > right; }
  double width() const { return right - left; }
  double height() const { return bottom - top; }
  double longest_side() const;

  void include(Point point);
  void include(const Bounds& other);
};

bool is_finite(Point point);

/// Those of the finite points; empty where there are none.
Bounds bounds_of(const Stroke& stroke);
Bounds bounds_of(const Ink& ink);

}  // namespace inkling::ink
