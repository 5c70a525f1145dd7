#include "core/ink/Smooth.h"

#include <algorithm>
#include <cmath>

namespace inkling::ink {

namespace {

constexpr float corner_cosine = 0.5f;
constexpr float most_pieces = 64;

Point operator+(Point a, Point b) {
  return {a.x + b.x, a.y + b.y};
}
Point operator-(Point a, Point b) {
  return {a.x - b.x, a.y - b.y};
}
Point operator*(Point a, float factor) {
  return {a.x * factor, a.y * factor};
}

float length(Point a) {
  return std::hypot(a.x, a.y);
}
Point unit(Point a) {
  return a * (1.0f / length(a));
}

/// The way the pen goes at `middle`, or at a corner and at the ends the way of the line from `start` to
/// `end`.
Point direction(Point start, Point end, const Point* before, Point middle, const Point* after) {
  const Point line = unit(end - start);
  if (before == nullptr || after == nullptr) return line;
  const Point in = unit(middle - *before), out = unit(*after - middle);
  const bool corner = in.x * out.x + in.y * out.y < corner_cosine;
  return corner ? line : unit(in + out);
}

/// Cubic Bezier curve from `start` to `end`, without its first point.
void add_curve(Stroke& curve, Point start, Point leaving, Point arriving, Point end, int pieces) {
  const float reach = length(end - start) / 3;
  const Point first = start + leaving * reach, second = end - arriving * reach;
  for (int step = 1; step <= pieces; ++step) {
    const float t = static_cast<float>(step) / static_cast<float>(pieces), s = 1 - t;
    curve.push_back(start * (s * s * s) + first * (3 * s * s * t) + second * (3 * s * t * t) +
                    end * (t * t * t));
  }
}

}  // namespace

Stroke smooth(const Stroke& stroke, float piece) {
  Stroke curve(stroke.begin(), stroke.begin() + std::min<std::ptrdiff_t>(1, std::ssize(stroke)));
  for (std::size_t i = 1; i < stroke.size(); ++i) {
    const Point start = stroke[i - 1], end = stroke[i];
    const Point* before = i >= 2 ? &stroke[i - 2] : nullptr;
    const Point* after = i + 1 < stroke.size() ? &stroke[i + 1] : nullptr;
    const Point leaving = direction(start, end, before, start, &end);
    const Point arriving = direction(start, end, &start, end, after);
    const float pieces = std::clamp(std::ceil(length(end - start) / piece), 1.0f, most_pieces);
    add_curve(curve, start, leaving, arriving, end, static_cast<int>(pieces));
  }
  return curve;
}

}  // namespace inkling::ink
