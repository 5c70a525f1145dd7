// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <limits>
#include <span>
#include <vector>

namespace inkling::ink {

/// A pen position in any unit; y grows downwards.
struct Point {
  float x = 0;
  float y = 0;
};

bool is_finite(Point point);

/// The pen's path from pen down to pen up, in time order. A single point is a dot.
using Stroke = std::vector<Point>;

/// Strokes in time order.
using Ink = std::vector<Stroke>;

/// An axis-aligned bounding box, empty until something is included. In double, since the difference of two
/// finite floats can overflow a float.
struct Bounds {
  double left = std::numeric_limits<double>::infinity(), top = left;
  double right = -left, bottom = -left;

  bool empty() const { return left > right; }
  double width() const { return right - left; }
  double height() const { return bottom - top; }
  double longest_side() const;

  void include(Point point);
  void include(const Bounds& other);
};

/// The bounding box of the finite points; empty if there are none.
Bounds bounds_of(const Stroke& stroke);
Bounds bounds_of(const Ink& ink);

/// The length that two ranges share; negative for the gap between them.
double overlap(double low, double high, double other_low, double other_high);

/// A binary encoding, for hashing or for another process of the same build. Equal bytes mean equal inks.
std::vector<std::uint8_t> serialize_inks(std::span<const Ink> inks);

/// The inverse of serialize_inks(). Trusts `bytes`.
std::vector<Ink> deserialize_inks(std::span<const std::uint8_t> bytes);

}  // namespace inkling::ink
