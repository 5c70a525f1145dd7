#include "core/data/DrawAfresh.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "core/ink/Render.h"

namespace inkling {

namespace {

float longest_side(const Ink& ink) {
  constexpr float infinity = std::numeric_limits<float>::infinity();
  float left = infinity, top = infinity, right = -infinity, bottom = -infinity;
  for (const Stroke& stroke : ink) {
    for (const Point point : stroke) {
      left = std::min(left, point.x), right = std::max(right, point.x);
      top = std::min(top, point.y), bottom = std::max(bottom, point.y);
    }
  }
  return left > right ? 0 : std::max(right - left, bottom - top);
}

/// What a point is off its place leans on what the one before it was: a hand wavers, it does not rattle.
void tremble(Stroke& stroke, float deviation, Random& random) {
  constexpr float kept = 0.9f;
  const float fresh = deviation * std::sqrt(1 - kept * kept);
  Point off{deviation * random.normal(), deviation * random.normal()};
  for (Point& point : stroke) {
    point = {point.x + off.x, point.y + off.y};
    off = {kept * off.x + fresh * random.normal(), kept * off.y + fresh * random.normal()};
  }
}

}  // namespace

DigitImage draw_afresh(Ink ink, const PenOptions& options, Random& random) {
  const float pen_share = random.uniform(options.narrowest_share, options.widest_share);
  const float slant = random.uniform(-options.slant, options.slant);
  const float deviation = options.tremor * longest_side(ink);
  for (Stroke& stroke : ink) {
    for (Point& point : stroke) point.x -= slant * point.y;
    tremble(stroke, deviation, random);
  }
  return render(ink, {.pen_share = pen_share}).value_or(DigitImage{});
}

}  // namespace inkling
