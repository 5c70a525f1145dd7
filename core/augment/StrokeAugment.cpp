// SPDX-License-Identifier: MIT
#include "core/augment/StrokeAugment.h"

#include <cmath>
#include <utility>

#include "core/augment/DigitVariants.h"
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

/// Keeps the ends and one of every `interval` points between them, as slow devices do.
void sample_coarsely(ink::Stroke& stroke, std::size_t interval) {
  constexpr std::size_t min_points = 6;  // that are left of a curved stroke
  if (stroke.size() < min_points * interval) return;
  ink::Stroke kept;
  for (std::size_t index = 0; index + 1 < stroke.size(); index += interval) kept.push_back(stroke[index]);
  kept.push_back(stroke.back());
  stroke = std::move(kept);
}

/// Draws no random number where the chance is 0, so that runs without the option stay as they were.
bool happens(float chance, Random& random) {
  return chance > 0 && random.uniform() < chance;
}

float stretch_factor(float stretch, Random& random) {
  return stretch > 0 ? std::exp(random.uniform(-1, 1) * std::log1p(stretch)) : 1;
}

}  // namespace

DigitImage redraw_strokes(ink::Ink ink, std::uint8_t label, const StrokeAugmentOptions& options,
                          Random& random) {
  if (happens(options.variant_chance, random)) add_variant(ink, label, random);
  const std::size_t interval = happens(options.coarse_chance, random) ? 2 + random.below(4) : 1;
  const float stretch = stretch_factor(options.stretch, random);
  const float pen_width = random.uniform(options.min_pen_share, options.max_pen_share);
  const float slant = random.uniform(-options.slant, options.slant);
  const float deviation = options.tremor * static_cast<float>(ink::bounds_of(ink).longest_side());
  for (ink::Stroke& stroke : ink) {
    for (ink::Point& point : stroke) point.x = stretch * (point.x - slant * point.y);
    add_tremor(stroke, deviation, random);
    sample_coarsely(stroke, interval);
  }
  return ink::render(ink, {.relative_pen_width = pen_width}).value_or(DigitImage{});
}

}  // namespace inkling::augment
