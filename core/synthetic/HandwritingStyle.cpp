#include "core/synthetic/HandwritingStyle.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "core/ink/StrokeRaster.h"

namespace inkling::synthetic {

namespace {

constexpr float height = 100;

}  // namespace

ink::Stroke strayed(ink::Stroke stroke, float push, float kept, Random& random) {
  ink::Point offset;
  for (ink::Point& point : stroke) {
    offset = {kept * offset.x + push * random.normal(), kept * offset.y + push * random.normal()};
    point = {point.x + offset.x, point.y + offset.y};
  }
  return stroke;
}

HandwritingStyle::HandwritingStyle(Random& random)
    : width_(std::exp(0.17f * random.normal())),
      slant_(0.12f + 0.17f * random.normal()),
      bend_(0.05f * random.normal()),
      top_share_(std::exp(0.12f * random.normal())),
      left_share_(std::exp(0.1f * random.normal())) {
  const float turn = 0.07f * random.normal();
  turn_cosine_ = std::cos(turn);
  turn_sine_ = std::sin(turn);
}

/// Powers move the middle and leave the edges: a digit with a large or a small head.
ink::Point HandwritingStyle::place(ink::Point point) const {
  const float across = std::pow(std::clamp(point.x / height, 0.0f, 1.0f), left_share_) - 0.5f;
  const float down = std::pow(std::clamp(point.y / height, 0.0f, 1.0f), top_share_) - 0.5f;
  const float x = width_ * across - slant_ * down + bend_ * (4 * down * down - 1);
  return {height * (turn_cosine_ * x - turn_sine_ * down), height * (turn_sine_ * x + turn_cosine_ * down)};
}

ink::Ink HandwritingStyle::draw(const ink::Ink& form, Random& random) const {
  constexpr float piece = 3;
  ink::Ink ink;
  for (const ink::Stroke& stroke : form) {
    const ink::Stroke sketched = strayed(stroke, 1.6f, 0.7f, random);
    ink::Stroke curve = strayed(ink::smooth(sketched, piece), 0.25f, 0.85f, random);  // the hand's tremor
    for (ink::Point& point : curve) point = place(point);
    ink.push_back(std::move(curve));
  }
  return ink;
}

}  // namespace inkling::synthetic
