// SPDX-License-Identifier: MIT
#include "core/ink/DrawStroke.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <numbers>

using namespace inkling;
using namespace inkling::ink;

TEST_CASE("a curve through a few points of a circle stays on the circle") {
  Stroke stroke;
  for (int step = 0; step <= 9; ++step) {
    const float angle = static_cast<float>(step) * std::numbers::pi_v<float> / 5;
    stroke.push_back({10 * std::cos(angle), 10 * std::sin(angle)});
  }
  const Stroke curve = smooth(stroke, 1);
  CHECK(curve.size() > 5 * stroke.size());
  float max_deviation = 0;
  // The first and the last curve know only one neighbour.
  for (std::size_t i = 7; i + 7 < curve.size(); ++i) {
    max_deviation = std::max(max_deviation, std::abs(std::hypot(curve[i].x, curve[i].y) - 10));
  }
  CHECK(max_deviation < 0.05f);  // straight lines would deviate by 0.49
}

TEST_CASE("a curve passes through every point of the stroke") {
  const Stroke stroke = {{0, 0}, {4, 1}, {7, 3}, {9, 7}, {2, 8}};
  const Stroke curve = smooth(stroke, 0.5f);
  for (const Point point : stroke) {
    float nearest = 100;
    for (const Point on : curve) nearest = std::min(nearest, std::hypot(on.x - point.x, on.y - point.y));
    CHECK(nearest < 1e-5f);
  }
}

TEST_CASE("no piece of a curve is much longer than requested") {
  const Stroke curve = smooth({{0, 0}, {10, 2}, {18, 8}, {20, 20}}, 2);
  for (std::size_t i = 1; i < curve.size(); ++i) {
    CHECK(std::hypot(curve[i].x - curve[i - 1].x, curve[i].y - curve[i - 1].y) < 2.5f);
  }
}

TEST_CASE("sharp turns stay corners between straight lines") {
  for (const Point on : smooth({{0, 0}, {5, 0}, {5, 5}}, 1)) CHECK(std::min(5 - on.x, on.y) < 1e-5f);
}

TEST_CASE("a dot and an empty stroke stay as they are") {
  CHECK(smooth({}, 1).empty());
  CHECK(smooth({{3, 4}}, 1).size() == 1);
}
