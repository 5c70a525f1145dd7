// SPDX-License-Identifier: MIT
#include "core/augment/DigitVariants.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <utility>

namespace inkling::augment {

namespace {

ink::Point at(double x, double y) {
  return {static_cast<float>(x), static_cast<float>(y)};
}

/// A straight line with points in between, because a pen leaves many.
ink::Stroke line(ink::Point from, ink::Point to) {
  constexpr int segments = 8;
  ink::Stroke stroke;
  for (int index = 0; index <= segments; ++index) {
    const float share = static_cast<float>(index) / segments;
    stroke.push_back({from.x + share * (to.x - from.x), from.y + share * (to.y - from.y)});
  }
  return stroke;
}

/// Through the middle, mostly from the lower left to the upper right, from well inside the 0 to beyond it.
ink::Stroke slash(const ink::Bounds& box, Random& random) {
  const double centre_x = (box.left + box.right) / 2 + random.uniform(-0.08f, 0.08f) * box.width();
  const double centre_y = (box.top + box.bottom) / 2 + random.uniform(-0.08f, 0.08f) * box.height();
  const double angle = random.uniform(0.6f, 1.2f);  // radians above the horizontal
  const double length = random.uniform(0.55f, 1.35f) * box.longest_side() / 2;
  const double x = length * std::cos(angle) * (random.below(6) == 0 ? -1 : 1), y = length * std::sin(angle);
  return line(at(centre_x + x, centre_y - y), at(centre_x - x, centre_y + y));
}

ink::Stroke centre_dot(const ink::Bounds& box, Random& random) {
  const double x = (box.left + box.right) / 2, y = (box.top + box.bottom) / 2;
  const double radius = random.uniform(0.0f, 0.06f) * box.longest_side();
  return line(at(x - radius, y - radius), at(x + radius, y + radius));
}

ink::Stroke foot(const ink::Bounds& box, Random& random) {
  const double middle = (box.left + box.right) / 2 + random.uniform(-0.06f, 0.06f) * box.height();
  const double half = random.uniform(0.15f, 0.35f) * box.height();
  const double tilt = random.uniform(-0.05f, 0.05f) * box.height();
  return line(at(middle - half, box.bottom - tilt), at(middle + half, box.bottom + tilt));
}

struct Ends {
  ink::Point highest, lowest;
};

Ends ends_of(const ink::Ink& ink) {
  Ends ends{ink.front().front(), ink.front().front()};
  for (const ink::Stroke& stroke : ink) {
    for (const ink::Point point : stroke) {
      if (point.y < ends.highest.y) ends.highest = point;
      if (point.y > ends.lowest.y) ends.lowest = point;
    }
  }
  return ends;
}

ink::Stroke stem(const ink::Ink& ink) {
  const Ends ends = ends_of(ink);
  return line(ends.highest, ends.lowest);
}

ink::Stroke flag(const ink::Ink& ink, const ink::Bounds& box, Random& random) {
  const ink::Point top = ends_of(ink).highest;
  const double width = random.uniform(0.15f, 0.4f) * box.height();
  const double drop = random.uniform(0.1f, 0.35f) * box.height();
  return line(at(top.x - width, top.y + drop), top);
}

/// The rightmost ink near this height, which is the stem of a 7.
double stem_x(const ink::Ink& ink, const ink::Bounds& box, double y) {
  double x = box.left;
  for (const ink::Stroke& stroke : ink) {
    for (std::size_t index = 1; index < stroke.size(); ++index) {
      const ink::Point from = stroke[index - 1], to = stroke[index];
      if (std::min(from.y, to.y) > y || std::max(from.y, to.y) < y || from.y == to.y) continue;
      x = std::max(x, from.x + (y - from.y) / (to.y - from.y) * (to.x - from.x));
    }
  }
  return x;
}

ink::Stroke bar(const ink::Ink& ink, const ink::Bounds& box, Random& random) {
  const double y = box.top + random.uniform(0.38f, 0.62f) * box.height();
  const double x = stem_x(ink, box, y) + random.uniform(-0.06f, 0.06f) * box.width();
  const double half = random.uniform(0.15f, 0.4f) * std::max(box.width(), box.height() / 2);
  const double tilt = random.uniform(-0.08f, 0.08f) * box.height();
  return line(at(x - half, y + tilt), at(x + half, y - tilt));
}

/// Leaves a straight stem, or adds a foot, a flag or both.
void vary_one(ink::Ink& ink, const ink::Bounds& box, Random& random) {
  const std::size_t form = random.below(4);
  if (form == 3) {
    ink = {stem(ink)};
    return;
  }
  if (form != 0) ink.push_back(foot(box, random));
  if (form != 1) ink.push_back(flag(ink, box, random));
}

}  // namespace

void add_variant(ink::Ink& ink, std::uint8_t label, Random& random) {
  const ink::Bounds box = ink::bounds_of(ink);
  if (box.empty() || box.height() <= 0) return;
  if (label == 0) {
    ink.push_back(random.below(5) == 0 ? centre_dot(box, random) : slash(box, random));
  } else if (label == 1) {
    vary_one(ink, box, random);
  } else if (label == 7) {
    ink.push_back(bar(ink, box, random));
  }
}

}  // namespace inkling::augment
