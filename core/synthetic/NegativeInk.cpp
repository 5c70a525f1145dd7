// SPDX-License-Identifier: MIT
#include "core/synthetic/NegativeInk.h"

#include <array>
#include <cmath>
#include <numbers>
#include <utility>

#include "core/base/Digit.h"
#include "core/ink/Ink.h"
#include "core/synthetic/HandwritingStyle.h"
#include "core/synthetic/SyntheticDigits.h"
#include "core/synthetic/Templates.h"

namespace inkling::synthetic {

namespace {

constexpr float full_turn = 2 * std::numbers::pi_v<float>;

/// A uniform whole number from `min` to `max`, both included.
int between(int min, int max, Random& random) {
  return min + static_cast<int>(random.below(static_cast<std::size_t>(max - min + 1)));
}

/// Uniform within a circle of radius 50 about the origin.
ink::Point random_point(Random& random) {
  const float angle = random.uniform(0, full_turn), radius = 50 * std::sqrt(random.uniform());
  return {radius * std::cos(angle), radius * std::sin(angle)};
}

ink::Ink rotated(ink::Ink ink, float angle) {
  const float cosine = std::cos(angle), sine = std::sin(angle);
  for (ink::Stroke& stroke : ink) {
    for (ink::Point& point : stroke)
      point = {cosine * point.x - sine * point.y, sine * point.x + cosine * point.y};
  }
  return ink;
}

/// Loops along a line, or waves where the loops are narrow. Too wide to be taken for a thick 1.
ink::Ink coil(Random& random) {
  constexpr int points_per_loop = 12;
  const int points = points_per_loop * between(4, 6, random);
  const float along = random.uniform(0, 20), across = random.uniform(28, 50);
  const float advance = random.uniform(70, 120) / static_cast<float>(points);
  const float phase = random.uniform(0, full_turn);
  ink::Stroke stroke;
  for (int point = 0; point <= points; ++point) {
    const float step = static_cast<float>(point), angle = phase + full_turn * step / points_per_loop;
    stroke.push_back({advance * step + along * std::cos(angle), across * std::sin(angle)});
  }
  return rotated({std::move(stroke)}, random.uniform(0, full_turn));
}

ink::Ink zigzag(Random& random) {
  const int turns = between(6, 10, random);
  const float advance = random.uniform(70, 130) / static_cast<float>(turns);
  ink::Stroke stroke;
  float x = 0, side = 50;
  for (int turn = 0; turn <= turns; ++turn, side = -side) {
    stroke.push_back({x, side * random.uniform(0.6f, 1)});
    x += advance * random.uniform(0.6f, 1.4f);
  }
  return rotated({std::move(stroke)}, random.uniform(0, full_turn));
}

ink::Ink parallels(Random& random) {
  const int lines = between(4, 8, random);
  const float spacing = random.uniform(70, 110) / static_cast<float>(lines);
  ink::Ink ink;
  for (int line = 0; line < lines; ++line) {
    const float x = spacing * (static_cast<float>(line) - static_cast<float>(lines - 1) / 2);
    ink.push_back({{x + random.uniform(-3, 3), -random.uniform(35, 55)},
                   {x + random.uniform(-3, 3), random.uniform(35, 55)}});
  }
  return rotated(std::move(ink), random.uniform(0, full_turn));
}

/// Parallel lines, or two layers of them at different angles.
ink::Ink hatching(Random& random) {
  ink::Ink ink = parallels(random);
  if (random.uniform() < 0.6f) return ink;
  for (ink::Stroke& stroke : parallels(random)) ink.push_back(std::move(stroke));
  return ink;
}

/// So many lines back and forth that hardly any paper shows.
ink::Ink blot(Random& random) {
  const float aspect = random.uniform(0.7f, 1);
  ink::Stroke stroke;
  for (int points = between(25, 50, random); points > 0; --points) {
    const ink::Point point = random_point(random);
    stroke.push_back({aspect * point.x, point.y});
  }
  return rotated({std::move(stroke)}, random.uniform(0, full_turn));
}

/// A line that wanders about aimlessly.
ink::Ink tangle(Random& random) {
  constexpr float min_step = 35;
  ink::Stroke stroke = {random_point(random)};
  for (int points = between(10, 18, random); points > 0;) {
    const ink::Point next = random_point(random);
    if (std::hypot(next.x - stroke.back().x, next.y - stroke.back().y) < min_step) continue;
    stroke.push_back(next);
    --points;
  }
  return {std::move(stroke)};
}

ink::Ink loose_strokes(Random& random) {
  ink::Ink ink;
  for (int strokes = between(6, 10, random); strokes > 0; --strokes) {
    ink.push_back({random_point(random), random_point(random)});
    if (random.uniform() < 0.5f) ink.back().push_back(random_point(random));
  }
  return ink;
}

ink::Ink shifted(ink::Ink ink, double x, double y) {
  for (ink::Stroke& stroke : ink) {
    for (ink::Point& point : stroke)
      point = {point.x + static_cast<float>(x), point.y + static_cast<float>(y)};
  }
  return ink;
}

/// Shifted so that the top left corner of its bounds is at 0, 0.
ink::Ink at_origin(ink::Ink ink) {
  const ink::Bounds bounds = ink::bounds_of(ink);
  return shifted(std::move(ink), -bounds.left, -bounds.top);
}

/// Any digit but 0 and 1: together with another digit, a ring or a bar easily looks like a third one.
int distinctive_digit(Random& random) {
  return 2 + static_cast<int>(random.below(digit_count - 2));
}

/// The points for which `keep(point)` is true; strokes are split where points are dropped.
template <class Keep>
ink::Ink filtered(const ink::Ink& ink, const Keep& keep) {
  ink::Ink result;
  for (const ink::Stroke& stroke : ink) {
    ink::Stroke piece;
    for (const ink::Point point : stroke) {
      if (keep(point)) {
        piece.push_back(point);
      } else if (!piece.empty()) {
        result.push_back(std::exchange(piece, {}));
      }
    }
    if (!piece.empty()) result.push_back(std::move(piece));
  }
  return result;
}

/// The ink between two heights, given as shares of its own height from the top.
ink::Ink crop(const ink::Ink& ink, double from, double to) {
  const ink::Bounds bounds = ink::bounds_of(ink);
  const double top = bounds.top + from * bounds.height(), bottom = bounds.top + to * bounds.height();
  return filtered(ink, [&](ink::Point point) { return point.y >= top && point.y <= bottom; });
}

struct PartialDigit {
  int digit;
  double from, to;  // shares of its height
};

/// Arches, bowls, corners and crosses that are no digits, whichever template the digit is written by.
constexpr std::array partial_digits = {
    PartialDigit{0, 0, 0.5},  PartialDigit{0, 0.5, 1},     PartialDigit{2, 0.66, 1}, PartialDigit{5, 0, 0.28},
    PartialDigit{8, 0, 0.24}, PartialDigit{8, 0.26, 0.74}, PartialDigit{6, 0.8, 1}};

/// Every template of the 4 ends with its stem.
ink::Ink four_without_stem(Random& random) {
  ink::Ink ink = synthetic_digit(4, random);
  ink.pop_back();
  return ink;
}

}  // namespace

ink::Ink scribble(Random& random) {
  constexpr std::array generators = {coil, zigzag, hatching, blot, tangle, loose_strokes};
  ink::Ink ink = generators[random.below(generators.size())](random);
  for (ink::Stroke& stroke : ink) stroke = jittered(std::move(stroke), 1.2f, 0.8f, random);
  return ink;
}

ink::Ink symbol(Random& random) {
  const auto templates = non_digit_templates();
  const HandwritingStyle style(random);
  return style.write(templates[random.below(templates.size())], random);
}

ink::Ink two_digits(Random& random) {
  const bool stacked = random.uniform() < 0.3f;
  const auto draw = [&] {
    const int digit = stacked ? distinctive_digit(random) : static_cast<int>(random.below(digit_count));
    return at_origin(synthetic_digit(digit, random));
  };
  ink::Ink ink = draw();
  const ink::Bounds first = ink::bounds_of(ink);
  const double gap = random.uniform(25, 60), offset = random.uniform(-12, 12);
  const ink::Ink second =
      shifted(draw(), stacked ? offset : first.width() + gap, stacked ? first.height() + gap : offset);
  ink.insert(ink.end(), second.begin(), second.end());
  return ink;
}

ink::Ink half_digit(Random& random) {
  const std::size_t choice = random.below(partial_digits.size() + 1);
  if (choice == partial_digits.size()) return four_without_stem(random);
  const PartialDigit& part = partial_digits[choice];
  return crop(synthetic_digit(part.digit, random), part.from, part.to);
}

}  // namespace inkling::synthetic
