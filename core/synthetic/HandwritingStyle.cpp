// SPDX-License-Identifier: MIT
#include "core/synthetic/HandwritingStyle.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "core/ink/DrawStroke.h"

namespace inkling::synthetic {

ink::Stroke jittered(ink::Stroke stroke, float innovation, float correlation, Random& random) {
  ink::Point offset;
  for (ink::Point& point : stroke) {
    offset = {correlation * offset.x + innovation * random.normal(),
              correlation * offset.y + innovation * random.normal()};
    point = {point.x + offset.x, point.y + offset.y};
  }
  return stroke;
}

HandwritingStyle::HandwritingStyle(Random& random)
    : width_(std::exp(0.17f * random.normal())),
      slant_(0.12f + 0.17f * random.normal()),
      bend_(0.05f * random.normal()),
      vertical_power_(std::exp(0.12f * random.normal())),
      horizontal_power_(std::exp(0.1f * random.normal())) {
  const float rotation = 0.07f * random.normal();
  rotation_cosine_ = std::cos(rotation);
  rotation_sine_ = std::sin(rotation);
}

/// The powers move the middle and leave the edges in place: the upper part of a digit becomes larger or
/// smaller.
ink::Point HandwritingStyle::deform(ink::Point point) const {
  constexpr float height = 100;
  const float across = std::pow(std::clamp(point.x / height, 0.0f, 1.0f), horizontal_power_) - 0.5f;
  const float down = std::pow(std::clamp(point.y / height, 0.0f, 1.0f), vertical_power_) - 0.5f;
  const float x = width_ * across - slant_ * down + bend_ * (4 * down * down - 1);
  return {height * (rotation_cosine_ * x - rotation_sine_ * down),
          height * (rotation_sine_ * x + rotation_cosine_ * down)};
}

ink::Ink HandwritingStyle::write(const ink::Ink& form, Random& random) const {
  constexpr float max_segment = 3;
  ink::Ink ink;
  for (const ink::Stroke& stroke : form) {
    const ink::Stroke sketch = jittered(stroke, 1.6f, 0.7f, random);
    ink::Stroke curve = jittered(ink::smooth(sketch, max_segment), 0.25f, 0.85f, random);  // tremor
    for (ink::Point& point : curve) point = deform(point);
    ink.push_back(std::move(curve));
  }
  return ink;
}

}  // namespace inkling::synthetic
