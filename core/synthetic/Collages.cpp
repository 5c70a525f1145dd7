// SPDX-License-Identifier: MIT
#include "core/synthetic/Collages.h"

#include <array>
#include <cmath>
#include <numbers>
#include <utility>

#include "core/ink/Render.h"

namespace inkling::synthetic {

namespace {

/// A stroke longer than a dot; an empty one if none was found in a few attempts.
ink::Stroke random_stroke(std::span<const ink::Ink> sources, Random& random) {
  for (int attempts = 20; attempts > 0; --attempts) {
    const ink::Ink& source = sources[random.below(sources.size())];
    if (source.empty()) continue;
    const ink::Stroke& stroke = source[random.below(source.size())];
    if (ink::bounds_of(stroke).longest_side() > 0) return stroke;
  }
  return {};
}

/// The stroke with its middle anywhere in a square of 60 units, 25 to 80 units long, and turned.
ink::Stroke placed(ink::Stroke stroke, Random& random) {
  const ink::Bounds box = ink::bounds_of(stroke);
  const float size = random.uniform(25, 80), angle = random.uniform(0, 2 * std::numbers::pi_v<float>);
  const float x = random.uniform(-30, 30), y = random.uniform(-30, 30);
  const auto scale = static_cast<float>(size / box.longest_side());
  const auto middle_x = static_cast<float>((box.left + box.right) / 2);
  const auto middle_y = static_cast<float>((box.top + box.bottom) / 2);
  const float cosine = scale * std::cos(angle), sine = scale * std::sin(angle);
  for (ink::Point& point : stroke) {
    const float across = point.x - middle_x, down = point.y - middle_y;
    point = {x + cosine * across - sine * down, y + sine * across + cosine * down};
  }
  return stroke;
}

/// Most have three or more strokes: with two, one in some dozens looks like a digit.
std::size_t stroke_count(Random& random) {
  constexpr std::array<std::size_t, 8> counts = {2, 3, 3, 3, 4, 4, 4, 5};
  return counts[random.below(counts.size())];
}

}  // namespace

ink::Ink collage(std::span<const ink::Ink> sources, Random& random) {
  ink::Ink ink;
  for (std::size_t strokes = stroke_count(random); strokes > 0; --strokes) {
    ink::Stroke stroke = random_stroke(sources, random);
    if (!stroke.empty()) ink.push_back(placed(std::move(stroke), random));
  }
  return ink;
}

data::Dataset synthetic_collages(std::span<const ink::Ink> sources, std::size_t count, std::uint64_t seed) {
  data::Dataset dataset;
  if (sources.empty()) return dataset;
  dataset.labels.assign(count, no_class);
  for (std::size_t index = 0; index < count; ++index) {
    Random random(seed, Purpose::collages, index);
    ink::Ink ink = collage(sources, random);
    const DigitImage image = ink::render(ink).value_or(DigitImage{});
    dataset.pixels.insert(dataset.pixels.end(), image.begin(), image.end());
    dataset.inks.push_back(std::move(ink));
  }
  return dataset;
}

}  // namespace inkling::synthetic
