#include "core/ink/Bounds.h"

#include <algorithm>
#include <cmath>

namespace inkling {

double Bounds::longest_side() const {
  return empty() ? 0 : std::max(width(), height());
}

void Bounds::include(Point point) {
  left = std::min(left, double{point.x});
  right = std::max(right, double{point.x});
  top = std::min(top, double{point.y});
  bottom = std::max(bottom, double{point.y});
}

bool is_finite(Point point) {
  return std::isfinite(point.x) && std::isfinite(point.y);
}

Bounds bounds_of(const Ink& ink) {
  Bounds bounds;
  for (const Stroke& stroke : ink) {
    for (const Point point : stroke) {
      if (is_finite(point)) bounds.include(point);
    }
  }
  return bounds;
}

}  // namespace inkling
