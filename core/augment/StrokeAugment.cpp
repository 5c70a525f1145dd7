#include "core/augment/StrokeAugment.h"

#include <cmath>

#include "core/ink/Ink.h"
#include "core/ink/Render.h"

namespace inkling::augment {

namespace {

/// What a point is off its place leans on what the one before it was: a hand wavers, it does not rattle.
void tremble(ink::Stroke& stroke, float deviation, Random& random) {
  constexpr float kept = 0.9f;
  const float fresh = deviation * std::sqrt(1 - kept * kept);
  ink::Point off{deviation * random.normal(), deviation * random.normal()};
  for (ink::Point& point : stroke) {
    point = {point.x + off.x, point.y + off.y};
    off = {kept * off.x + fresh * random.normal(), kept * off.y + fresh * random.normal()};
  }
}

}  // namespace

DigitImage redraw(ink::Ink ink, const StrokeAugmentOptions& options, Random& random) {
  const float pen_width = random.uniform(options.narrowest_share, options.widest_share);
  const float slant = random.uniform(-options.slant, options.slant);
  const float deviation = options.tremor * static_cast<float>(ink::bounds_of(ink).longest_side());
  for (ink::Stroke& stroke : ink) {
    for (ink::Point& point : stroke) point.x -= slant * point.y;
    tremble(stroke, deviation, random);
  }
  return ink::render(ink, {.relative_pen_width = pen_width}).value_or(DigitImage{});
}

}  // namespace inkling::augment
