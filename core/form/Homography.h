// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <optional>

namespace inkling::form {

/// A point on a page, in millimetres, or in a picture, in pixels: the first pixel spans 0 to 1.
struct Position {
  double x = 0, y = 0;
};

/// A projective map of the plane, as from a page to a photo of it.
class Homography {
 public:
  using Quad = std::array<Position, 4>;

  /// The map that takes each corner of `from` to the same one of `to`. None if three corners of one are on a
  /// line.
  static std::optional<Homography> between(const Quad& from, const Quad& to);

  Position operator()(Position point) const;

  /// By how much an area around a point grows.
  double area_scale(Position point) const;

 private:
  std::array<double, 9> rows_{1, 0, 0, 0, 1, 0, 0, 0, 1};
};

}  // namespace inkling::form
