#include "core/ink/Pen.h"

#include <algorithm>
#include <cmath>

namespace inkling::ink {

namespace {

float distance_to_segment(Point point, Point start, Point end) {
  const float along_x = end.x - start.x, along_y = end.y - start.y;
  const float from_x = point.x - start.x, from_y = point.y - start.y;
  const float squared_length = along_x * along_x + along_y * along_y;
  const float projected = squared_length > 0 ? (from_x * along_x + from_y * along_y) / squared_length : 0;
  const float nearest = std::clamp(projected, 0.0f, 1.0f);
  const float off_x = from_x - nearest * along_x, off_y = from_y - nearest * along_y;
  return std::sqrt(off_x * off_x + off_y * off_y);
}

int clamped(float pixel, int pixels) {
  return static_cast<int>(std::clamp(pixel, 0.0f, static_cast<float>(pixels - 1)));
}

/// How much of a pixel the pen covers depends on how far its middle is from the pen's path. Where strokes
/// meet the darker one counts: ink on ink is no darker.
void draw_segment(const Canvas& canvas, Point start, Point end, float radius) {
  const float reach = radius + 0.5f;
  const int left = clamped(std::ceil(std::min(start.x, end.x) - reach), canvas.width);
  const int right = clamped(std::floor(std::max(start.x, end.x) + reach), canvas.width);
  const int top = clamped(std::ceil(std::min(start.y, end.y) - reach), canvas.height);
  const int bottom = clamped(std::floor(std::max(start.y, end.y) + reach), canvas.height);
  for (int y = top; y <= bottom; ++y) {
    for (int x = left; x <= right; ++x) {
      const Point middle{static_cast<float>(x), static_cast<float>(y)};
      const float covered = std::clamp(reach - distance_to_segment(middle, start, end), 0.0f, 1.0f);
      std::uint8_t& pixel = canvas.pixels[y * canvas.width + x];
      pixel = std::max(pixel, static_cast<std::uint8_t>(std::lround(covered * 255)));
    }
  }
}

}  // namespace

void draw_stroke(const Canvas& canvas, const Stroke& stroke, Point shift, float radius) {
  Point previous = stroke.front();
  for (const Point point : stroke) {
    draw_segment(canvas, {previous.x + shift.x, previous.y + shift.y}, {point.x + shift.x, point.y + shift.y},
                 radius);
    previous = point;
  }
}

}  // namespace inkling::ink
