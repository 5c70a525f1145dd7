#include "core/synthetic/Scribble.h"

#include <array>
#include <cmath>
#include <numbers>
#include <utility>

#include "core/synthetic/HandwritingStyle.h"

namespace inkling::synthetic {

namespace {

constexpr float whole_turn = 2 * std::numbers::pi_v<float>;

int between(int least, int most, Random& random) {
  return least + static_cast<int>(random.below(static_cast<std::size_t>(most - least + 1)));
}

/// Within a circle of radius 50 about the middle, evenly.
ink::Point anywhere(Random& random) {
  const float angle = random.uniform(0, whole_turn), radius = 50 * std::sqrt(random.uniform());
  return {radius * std::cos(angle), radius * std::sin(angle)};
}

ink::Ink turned(ink::Ink ink, float angle) {
  const float cosine = std::cos(angle), sine = std::sin(angle);
  for (ink::Stroke& stroke : ink) {
    for (ink::Point& point : stroke)
      point = {cosine * point.x - sine * point.y, sine * point.x + cosine * point.y};
  }
  return ink;
}

/// Loops along a line; waves where they are narrow. Never so long and slender that it would be a thick 1.
ink::Ink coil(Random& random) {
  constexpr int points_a_loop = 12;
  const int points = points_a_loop * between(4, 6, random);
  const float narrow = random.uniform(0, 20), wide = random.uniform(28, 50);
  const float advance = random.uniform(70, 120) / static_cast<float>(points);
  const float begin = random.uniform(0, whole_turn);
  ink::Stroke stroke;
  for (int point = 0; point <= points; ++point) {
    const float step = static_cast<float>(point), angle = begin + whole_turn * step / points_a_loop;
    stroke.push_back({advance * step + narrow * std::cos(angle), wide * std::sin(angle)});
  }
  return turned({std::move(stroke)}, random.uniform(0, whole_turn));
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
  return turned({std::move(stroke)}, random.uniform(0, whole_turn));
}

ink::Ink parallels(Random& random) {
  const int lines = between(4, 8, random);
  const float apart = random.uniform(70, 110) / static_cast<float>(lines);
  ink::Ink ink;
  for (int line = 0; line < lines; ++line) {
    const float x = apart * (static_cast<float>(line) - static_cast<float>(lines - 1) / 2);
    ink.push_back({{x + random.uniform(-3, 3), -random.uniform(35, 55)},
                   {x + random.uniform(-3, 3), random.uniform(35, 55)}});
  }
  return turned(std::move(ink), random.uniform(0, whole_turn));
}

/// Lines side by side, or two such layers across each other.
ink::Ink hatching(Random& random) {
  ink::Ink ink = parallels(random);
  if (random.uniform() < 0.6f) return ink;
  for (ink::Stroke& stroke : parallels(random)) ink.push_back(std::move(stroke));
  return ink;
}

/// So many lines to and fro that hardly any paper is left between them.
ink::Ink blot(Random& random) {
  const float wide = random.uniform(0.7f, 1);
  ink::Stroke stroke;
  for (int points = between(25, 50, random); points > 0; --points) {
    const ink::Point point = anywhere(random);
    stroke.push_back({wide * point.x, point.y});
  }
  return turned({std::move(stroke)}, random.uniform(0, whole_turn));
}

/// A line that wanders without an aim.
ink::Ink tangle(Random& random) {
  constexpr float least_way = 35;
  ink::Stroke stroke = {anywhere(random)};
  for (int points = between(10, 18, random); points > 0;) {
    const ink::Point next = anywhere(random);
    if (std::hypot(next.x - stroke.back().x, next.y - stroke.back().y) < least_way) continue;
    stroke.push_back(next);
    --points;
  }
  return {std::move(stroke)};
}

ink::Ink loose_strokes(Random& random) {
  ink::Ink ink;
  for (int strokes = between(6, 10, random); strokes > 0; --strokes) {
    ink.push_back({anywhere(random), anywhere(random)});
    if (random.uniform() < 0.5f) ink.back().push_back(anywhere(random));
  }
  return ink;
}

}  // namespace

ink::Ink scribble(Random& random) {
  constexpr std::array kinds = {coil, zigzag, hatching, blot, tangle, loose_strokes};
  ink::Ink ink = kinds[random.below(kinds.size())](random);
  for (ink::Stroke& stroke : ink) stroke = strayed(std::move(stroke), 1.2f, 0.8f, random);
  return ink;
}

}  // namespace inkling::synthetic
