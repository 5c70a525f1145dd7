#include "core/picture/RuledLines.h"

#include <algorithm>
#include <cstdlib>
#include <vector>

namespace inkling::picture {

namespace {

/// The height of a line of ink over each pixel of its course from left to right.
using TrainingLoop = std::vector<int>;

/// From a pixel to the right as long as there is ink, at most a pixel up or down at a time and in all by a
/// twentieth of the way.
TrainingLoop follow(const GreyImage& ink, int x, int y) {
  TrainingLoop course{y};
  for (++x; x < ink.width; ++x) {
    const int most_off = 2 + static_cast<int>(course.size()) / 20;
    const auto inked = [&](int row) {
      return row >= 0 && row < ink.height && std::abs(row - course.front()) <= most_off && ink.at(x, row) > 0;
    };
    if (!inked(y)) y = inked(y - 1) ? y - 1 : y + 1;
    if (!inked(y)) break;
    course.push_back(y);
  }
  return course;
}

/// Whether no ink leads to a pixel from the left.
bool begins(const GreyImage& ink, int x, int y) {
  if (ink.at(x, y) == 0) return false;
  for (int row = std::max(0, y - 1); x > 0 && row <= std::min(ink.height - 1, y + 1); ++row) {
    if (ink.at(x - 1, row) > 0) return false;
  }
  return true;
}

/// Takes away the ink over and under a pixel, unless there is more of it than a printed line is thick.
void erase(GreyImage& ink, int x, int y) {
  const int thickest = 4 + std::max(ink.width, ink.height) / 200;
  int top = y, bottom = y;
  while (top > 0 && ink.at(x, top - 1) > 0) --top;
  while (bottom + 1 < ink.height && ink.at(x, bottom + 1) > 0) ++bottom;
  if (bottom - top >= thickest) return;
  for (int row = top; row <= bottom; ++row) ink.at(x, row) = 0;
}

/// The most rows one under the other that have ink.
int writing_height(const GreyImage& ink) {
  int height = 0, rows = 0;
  for (int y = 0; y < ink.height; ++y) {
    const auto row = ink.pixels.begin() + static_cast<std::ptrdiff_t>(ink.place(0, y));
    const bool inked = std::any_of(row, row + ink.width, [](std::uint8_t pixel) { return pixel > 0; });
    rows = inked ? rows + 1 : 0;
    height = std::max(height, rows);
  }
  return height;
}

}  // namespace

GreyImage remove_ruled_lines(GreyImage ink) {
  GreyImage rest = ink;
  std::size_t shortest = ink.pixels.size();
  for (int y = 0; y < ink.height; ++y) {
    for (int x = 0; x < ink.width / 2; ++x) {
      if (!begins(ink, x, y)) continue;
      const TrainingLoop course = follow(ink, x, y);
      if (course.size() < static_cast<std::size_t>(ink.width) / 2) continue;
      shortest = std::min(shortest, course.size());
      for (std::size_t step = 0; step < course.size(); ++step)
        erase(rest, x + static_cast<int>(step), course[step]);
    }
  }
  return shortest > static_cast<std::size_t>(writing_height(rest)) * 3 / 2 ? rest : ink;
}

}  // namespace inkling::picture
