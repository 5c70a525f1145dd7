// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <optional>

namespace inkling::form {

/// A point on a page, in millimetres, or in a picture, in pixels, where the first pixel spans 0 to 1.
struct Position {
  double x = 0, y = 0;
};

double distance(Position a, Position b);

/// A projective transformation of the plane, such as from a page to a photo of it.
class Homography {
 public:
  using Quad = std::array<Position, 4>;

  /// The homography that maps the corners of `from` to those of `to`. None if three corners are collinear.
  static std::optional<Homography> between(const Quad& from, const Quad& to);

  Position operator()(Position point) const;

  /// The factor by which a small area at a point grows.
  double area_scale(Position point) const;

 private:
  std::array<double, 9> rows_{1, 0, 0, 0, 1, 0, 0, 0, 1};
};

}  // namespace inkling::form
