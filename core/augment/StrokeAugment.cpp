// SPDX-License-Identifier: MIT
#include "core/augment/StrokeAugment.h"

#include <cmath>

#include "core/ink/Ink.h"
#include "core/ink/Render.h"

namespace inkling::augment {

namespace {

/// Offsets of neighbouring points are correlated (a first-order autoregressive process), because a hand moves
/// smoothly.
void add_tremor(ink::Stroke& stroke, float deviation, Random& random) {
  constexpr float correlation = 0.9f;
  const float innovation = deviation * std::sqrt(1 - correlation * correlation);
  ink::Point offset{deviation * random.normal(), deviation * random.normal()};
  for (ink::Point& point : stroke) {
    point = {point.x + offset.x, point.y + offset.y};
    offset = {correlation * offset.x + innovation * random.normal(),
              correlation * offset.y + innovation * random.normal()};
  }
}

}  // namespace

DigitImage redraw_strokes(ink::Ink ink, const StrokeAugmentOptions& options, Random& random) {
  const float pen_width = random.uniform(options.min_pen_share, options.max_pen_share);
  const float slant = random.uniform(-options.slant, options.slant);
  const float deviation = options.tremor * static_cast<float>(ink::bounds_of(ink).longest_side());
  for (ink::Stroke& stroke : ink) {
    for (ink::Point& point : stroke) point.x -= slant * point.y;
    add_tremor(stroke, deviation, random);
  }
  return ink::render(ink, {.relative_pen_width = pen_width}).value_or(DigitImage{});
}

}  // namespace inkling::augment
