// SPDX-License-Identifier: MIT
#include "core/ink/Render.h"

#include <algorithm>
#include <cassert>
#include <cmath>

#include "core/ink/DrawStroke.h"

namespace inkling::ink {

namespace {

/// The finite points in pixels from the top left corner of `bounds`, scaled so that the longest side is
/// `side`. Drops points that nearly coincide with the one before, as smooth() requires.
Ink fit_to_box(const Ink& ink, const Bounds& bounds, double side) {
  constexpr float min_distance = 0.002f;
  const double scale = bounds.longest_side() > 0 ? side / bounds.longest_side() : 0;
  Ink result;
  for (const Stroke& stroke : ink) {
    Stroke scaled;
    for (const Point point : stroke) {
      if (!is_finite(point)) continue;
      const Point next{static_cast<float>((point.x - bounds.left) * scale),
                       static_cast<float>((point.y - bounds.top) * scale)};
      const bool repeated =
          !scaled.empty() && std::hypot(next.x - scaled.back().x, next.y - scaled.back().y) < min_distance;
      if (!repeated) scaled.push_back(next);
    }
    if (!scaled.empty()) result.push_back(std::move(scaled));
  }
  return result;
}

DigitImage draw(const Ink& ink, Point offset, float radius) {
  DigitImage image{};
  const Canvas canvas{image.data(), image_side, image_side};
  for (const Stroke& stroke : ink) draw_stroke(canvas, stroke, offset, radius);
  return image;
}

/// The offset that moves the centre of mass, which is `mass` at the given offset, to the image's centre.
Point centring_offset(const Bounds& path, float radius, Point offset, Point mass) {
  // Ink reaches half a pixel beyond the centre of the last pixel that it fills.
  const float margin = radius - 0.5f;
  const auto axis = [&](double low, double high, float moved, float centre) {
    return moved + centring_shift(centre, static_cast<float>(low) + moved - margin,
                                  static_cast<float>(high) + moved + margin);
  };
  return {axis(path.left, path.right, offset.x, mass.x), axis(path.top, path.bottom, offset.y, mass.y)};
}

}  // namespace

std::optional<Point> centre_of_mass(const DigitImage& image) {
  int mass = 0, weighted_x = 0, weighted_y = 0;
  for (int y = 0; y < image_side; ++y) {
    for (int x = 0; x < image_side; ++x) {
      const int ink = image[static_cast<std::size_t>(y * image_side + x)];
      mass += ink;
      weighted_x += ink * x;
      weighted_y += ink * y;
    }
  }
  if (mass == 0) return std::nullopt;
  return Point{static_cast<float>(weighted_x) / static_cast<float>(mass),
               static_cast<float>(weighted_y) / static_cast<float>(mass)};
}

float centring_shift(float mass, float low, float high) {
  const float min_shift = -low;
  const float max_shift = static_cast<float>(image_side - 1) - high;
  return std::clamp(mass_centre - mass, min_shift, std::max(min_shift, max_shift));
}

std::optional<DigitImage> render(const Ink& ink, const RenderOptions& options) {
  assert(options.relative_pen_width >= 0.05f && options.relative_pen_width <= 0.5f);
  const Bounds bounds = bounds_of(ink);
  if (bounds.empty()) return std::nullopt;
  const float pen_width = options.relative_pen_width * box_side;
  const float radius = pen_width / 2;
  constexpr float piece_length = 1;
  Ink path = fit_to_box(ink, bounds, box_side - pen_width);
  for (Stroke& stroke : path) stroke = smooth(stroke, piece_length);
  // A curve can reach a little beyond its points, so fit again.
  path = fit_to_box(path, bounds_of(path), box_side - pen_width);
  const Bounds drawn = bounds_of(path);
  const Point offset{mass_centre - static_cast<float>(drawn.right) / 2,
                     mass_centre - static_cast<float>(drawn.bottom) / 2};
  const auto mass = centre_of_mass(draw(path, offset, radius));
  return draw(path, centring_offset(drawn, radius, offset, *mass), radius);
}

}  // namespace inkling::ink
