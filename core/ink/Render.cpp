#include "core/ink/Render.h"

#include <algorithm>
#include <cassert>
#include <cmath>

#include "core/ink/Bounds.h"
#include "core/ink/Pen.h"
#include "core/ink/Placement.h"
#include "core/ink/Smooth.h"

namespace inkling::ink {

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

DigitImage draw(const Ink& ink, Point shift, float radius) {
  DigitImage image{};
  const Canvas canvas{image.data(), image_side, image_side};
  for (const Stroke& stroke : ink) draw_stroke(canvas, stroke, shift, radius);
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

}  // namespace inkling::ink
