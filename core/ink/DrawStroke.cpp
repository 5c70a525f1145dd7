// SPDX-License-Identifier: MIT
#include "core/ink/DrawStroke.h"

#include <algorithm>
#include <cmath>

namespace inkling::ink {

namespace {

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

/// The tangent at `middle`; at corners and ends, the direction of the line from `start` to `end`.
Point tangent(Point start, Point end, const Point* before, Point middle, const Point* after) {
  constexpr float corner_cosine = 0.5f;  // 60 degrees
  const Point line = unit(end - start);
  if (before == nullptr || after == nullptr) return line;
  const Point in = unit(middle - *before), out = unit(*after - middle);
  const bool corner = in.x * out.x + in.y * out.y < corner_cosine;
  return corner ? line : unit(in + out);
}

/// Appends a cubic Bezier curve from `start`, which is already there, to `end`.
void append_curve(Stroke& curve, Point start, Point start_tangent, Point end_tangent, Point end, int pieces) {
  const float reach = length(end - start) / 3;
  const Point first = start + start_tangent * reach, second = end - end_tangent * reach;
  for (int step = 1; step <= pieces; ++step) {
    const float t = static_cast<float>(step) / static_cast<float>(pieces), s = 1 - t;
    curve.push_back(start * (s * s * s) + first * (3 * s * s * t) + second * (3 * s * t * t) +
                    end * (t * t * t));
  }
}

float distance_to_segment(Point point, Point start, Point end) {
  const float along_x = end.x - start.x, along_y = end.y - start.y;
  const float from_x = point.x - start.x, from_y = point.y - start.y;
  const float squared_length = along_x * along_x + along_y * along_y;
  const float projected = squared_length > 0 ? (from_x * along_x + from_y * along_y) / squared_length : 0;
  const float nearest = std::clamp(projected, 0.0f, 1.0f);
  const float off_x = from_x - nearest * along_x, off_y = from_y - nearest * along_y;
  return std::sqrt(off_x * off_x + off_y * off_y);
}

int clamp_to_side(float pixel, int side) {
  return static_cast<int>(std::clamp(pixel, 0.0f, static_cast<float>(side - 1)));
}

/// A pixel's coverage falls off linearly over one pixel at the pen's edge.
void draw_segment(const Canvas& canvas, Point start, Point end, float radius) {
  const float reach = radius + 0.5f;
  const int left = clamp_to_side(std::ceil(std::min(start.x, end.x) - reach), canvas.width);
  const int right = clamp_to_side(std::floor(std::max(start.x, end.x) + reach), canvas.width);
  const int top = clamp_to_side(std::ceil(std::min(start.y, end.y) - reach), canvas.height);
  const int bottom = clamp_to_side(std::floor(std::max(start.y, end.y) + reach), canvas.height);
  for (int y = top; y <= bottom; ++y) {
    for (int x = left; x <= right; ++x) {
      const Point centre{static_cast<float>(x), static_cast<float>(y)};
      const float coverage = std::clamp(reach - distance_to_segment(centre, start, end), 0.0f, 1.0f);
      std::uint8_t& pixel = canvas.pixels[y * canvas.width + x];
      pixel = std::max(pixel, static_cast<std::uint8_t>(std::lround(coverage * 255)));
    }
  }
}

}  // namespace

Stroke smooth(const Stroke& stroke, float piece_length) {
  constexpr float max_pieces = 64;
  Stroke curve(stroke.begin(), stroke.begin() + std::min<std::ptrdiff_t>(1, std::ssize(stroke)));
  for (std::size_t i = 1; i < stroke.size(); ++i) {
    const Point start = stroke[i - 1], end = stroke[i];
    const Point* before = i >= 2 ? &stroke[i - 2] : nullptr;
    const Point* after = i + 1 < stroke.size() ? &stroke[i + 1] : nullptr;
    const Point start_tangent = tangent(start, end, before, start, &end);
    const Point end_tangent = tangent(start, end, &start, end, after);
    const float pieces = std::clamp(std::ceil(length(end - start) / piece_length), 1.0f, max_pieces);
    append_curve(curve, start, start_tangent, end_tangent, end, static_cast<int>(pieces));
  }
  return curve;
}

void draw_stroke(const Canvas& canvas, const Stroke& stroke, Point offset, float radius) {
  Point previous = stroke.front();
  for (const Point point : stroke) {
    draw_segment(canvas, {previous.x + offset.x, previous.y + offset.y},
                 {point.x + offset.x, point.y + offset.y}, radius);
    previous = point;
  }
}

}  // namespace inkling::ink
