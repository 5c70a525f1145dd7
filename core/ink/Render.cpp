#include "core/ink/Render.h"

#include <algorithm>
#include <cassert>
#include <cmath>

#include "core/ink/Bounds.h"
#include "core/ink/Placement.h"
#include "core/ink/Smooth.h"

namespace inkling {

namespace {

/// The finite points in pixels, from the box's top left corner; the longest side is `side`. Points that are
/// hardly apart are one.
Ink fitted(const Ink& ink, const Bounds& bounds, double side) {
  constexpr float apart = 0.002f;
  const double scale = bounds.longest_side() > 0 ? side / bounds.longest_side() : 0;
  Ink result;
  for (const Stroke& stroke : ink) {
    Stroke kept;
    for (const Point point : stroke) {
      if (!is_finite(point)) continue;
      const Point moved{static_cast<float>((point.x - bounds.left) * scale),
                        static_cast<float>((point.y - bounds.top) * scale)};
      const bool repeated =
          !kept.empty() && std::hypot(moved.x - kept.back().x, moved.y - kept.back().y) < apart;
      if (!repeated) kept.push_back(moved);
    }
    if (!kept.empty()) result.push_back(std::move(kept));
  }
  return result;
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

int clamp_to_image(float pixel) {
  return static_cast<int>(std::clamp(pixel, 0.0f, static_cast<float>(image_side - 1)));
}

/// How much of a pixel the pen covers depends on how far its middle is from the pen's path. Where strokes
/// meet the darker one counts: ink on ink is no darker.
void draw_segment(DigitImage& image, Point start, Point end, float radius) {
  const float reach = radius + 0.5f;
  const int left = clamp_to_image(std::ceil(std::min(start.x, end.x) - reach));
  const int right = clamp_to_image(std::floor(std::max(start.x, end.x) + reach));
  const int top = clamp_to_image(std::ceil(std::min(start.y, end.y) - reach));
  const int bottom = clamp_to_image(std::floor(std::max(start.y, end.y) + reach));
  for (int y = top; y <= bottom; ++y) {
    for (int x = left; x <= right; ++x) {
      const Point middle{static_cast<float>(x), static_cast<float>(y)};
      const float covered = std::clamp(reach - distance_to_segment(middle, start, end), 0.0f, 1.0f);
      std::uint8_t& pixel = image[static_cast<std::size_t>(y * image_side + x)];
      pixel = std::max(pixel, static_cast<std::uint8_t>(std::lround(covered * 255)));
    }
  }
}

DigitImage draw(const Ink& ink, Point shift, float radius) {
  DigitImage image{};
  for (const Stroke& stroke : ink) {
    Point previous = stroke.front();
    for (const Point point : stroke) {
      draw_segment(image, {previous.x + shift.x, previous.y + shift.y},
                   {point.x + shift.x, point.y + shift.y}, radius);
      previous = point;
    }
  }
  return image;
}

/// Moves what was drawn at `shift` so that its centre of mass comes to the middle.
Point centred(const Bounds& path, float radius, Point shift, Point mass) {
  // The ink's edge is half a pixel outside the middle of the last pixel that it fills.
  const float margin = radius - 0.5f;
  const auto along = [&](double low, double high, float moved, float centre) {
    return moved + centring_shift(centre, static_cast<float>(low) + moved - margin,
                                  static_cast<float>(high) + moved + margin);
  };
  return {along(path.left, path.right, shift.x, mass.x), along(path.top, path.bottom, shift.y, mass.y)};
}

}  // namespace

std::optional<DigitImage> render(const Ink& ink, const RenderOptions& options) {
  assert(options.pen_share >= 0.05f && options.pen_share <= 0.5f);
  const Bounds bounds = bounds_of(ink);
  if (bounds.empty()) return std::nullopt;
  const float pen = options.pen_share * box_side;
  const float radius = pen / 2;
  constexpr float piece = 1;
  Ink path = fitted(ink, bounds, box_side - pen);
  for (Stroke& stroke : path) stroke = smooth(stroke, piece);
  // A curve may reach a little beyond its points, so it is fitted once more.
  path = fitted(path, bounds_of(path), box_side - pen);
  const Bounds drawn = bounds_of(path);
  Point shift{mass_centre - static_cast<float>(drawn.right) / 2,
              mass_centre - static_cast<float>(drawn.bottom) / 2};
  const auto mass = centre_of_mass(draw(path, shift, radius));
  return draw(path, centred(drawn, radius, shift, *mass), radius);
}

}  // namespace inkling
