#include "core/ink/Bounds.h"

#include <algorithm>
#include <cmath>

namespace inkling::ink {

double Bounds::longest_side() const {
  return empty() ? 0 : std::max(width(), height());
}

void Bounds::include(Point point) {
  left = std::min(left, double{point.x});
  right = std::max(right, double{point.x});
  top = std::min(top, double{point.y});
  bottom = std::max(bottom, double{point.y});
}

void Bounds::include(const Bounds& other) {
  left = std::min(left, other.left);
  right = std::max(right, other.right);
  top = std::min(top, other.top);
  bottom = std::max(bottom, other.bottom);
}

bool is_finite(Point point) {
  return std::isfinite(point.x) && std::isfinite(point.y);
}

Bounds bounds_of(const Stroke& stroke) {
  Bounds bounds;
  for (const Point point : stroke) {
    if (is_finite(point)) bounds.include(point);
  }
  return bounds;
}

Bounds bounds_of(const Ink& ink) {
  Bounds bounds;
  for (const Stroke& stroke : ink) bounds.include(bounds_of(stroke));
  return bounds;
}

}  // namespace inkling::ink
