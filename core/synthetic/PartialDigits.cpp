#include "core/synthetic/PartialDigits.h"

#include <array>
#include <utility>

#include "core/data/Dataset.h"
#include "core/ink/Ink.h"
#include "core/synthetic/SyntheticDigits.h"

namespace inkling::synthetic {

namespace {

ink::Ink moved(ink::Ink ink, double x, double y) {
  for (ink::Stroke& stroke : ink) {
    for (ink::Point& point : stroke)
      point = {point.x + static_cast<float>(x), point.y + static_cast<float>(y)};
  }
  return ink;
}

/// With its upper left corner at 0, 0.
ink::Ink cornered(ink::Ink ink) {
  const ink::Bounds bounds = ink::bounds_of(ink);
  return moved(std::move(ink), -bounds.left, -bounds.top);
}

/// A digit that is not closed into a ring or straight, which with another one looks like a third so easily.
int shaped_digit(Random& random) {
  return 2 + static_cast<int>(random.below(class_count - 2));
}

/// Those points of which `keep(point)` says so, in strokes cut where others lay between them.
template <class Keep>
ink::Ink cut(const ink::Ink& ink, const Keep& keep) {
  ink::Ink rest;
  for (const ink::Stroke& stroke : ink) {
    ink::Stroke piece;
    for (const ink::Point point : stroke) {
      if (keep(point)) {
        piece.push_back(point);
      } else if (!piece.empty()) {
        rest.push_back(std::exchange(piece, {}));
      }
    }
    if (!piece.empty()) rest.push_back(std::move(piece));
  }
  return rest;
}

/// The ink between two heights, as shares of its own height from its top down.
ink::Ink between_heights(const ink::Ink& ink, double from, double to) {
  const ink::Bounds bounds = ink::bounds_of(ink);
  const double top = bounds.top + from * bounds.height(), bottom = bounds.top + to * bounds.height();
  return cut(ink, [&](ink::Point point) { return point.y >= top && point.y <= bottom; });
}

struct Part {
  int label;
  double from, to;  // shares of the digit's height
};

/// In whatever form the digit is written, this is no digit: arches, bowls, corners and crosses.
constexpr std::array parts = {Part{0, 0, 0.5},  Part{0, 0.5, 1},     Part{2, 0.66, 1}, Part{5, 0, 0.28},
                              Part{8, 0, 0.24}, Part{8, 0.26, 0.74}, Part{6, 0.8, 1}};

/// The 4 that lacks its stem, which all forms write last.
ink::Ink four_without_stem(Random& random) {
  ink::Ink ink = synthetic_digit(4, random);
  ink.pop_back();
  return ink;
}

}  // namespace

ink::Ink two_digits(Random& random) {
  const bool above = random.uniform() < 0.3f;
  const auto draw = [&] {
    const int label = above ? shaped_digit(random) : static_cast<int>(random.below(class_count));
    return cornered(synthetic_digit(label, random));
  };
  ink::Ink ink = draw();
  const ink::Bounds first = ink::bounds_of(ink);
  const double gap = random.uniform(25, 60), astray = random.uniform(-12, 12);
  const ink::Ink second =
      moved(draw(), above ? astray : first.width() + gap, above ? first.height() + gap : astray);
  ink.insert(ink.end(), second.begin(), second.end());
  return ink;
}

ink::Ink half_digit(Random& random) {
  const std::size_t choice = random.below(parts.size() + 1);
  if (choice == parts.size()) return four_without_stem(random);
  const Part& part = parts[choice];
  return between_heights(synthetic_digit(part.label, random), part.from, part.to);
}

}  // namespace inkling::synthetic
