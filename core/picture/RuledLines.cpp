// SPDX-License-Identifier: MIT
#include "core/picture/RuledLines.h"

#include <algorithm>
#include <cstdlib>
#include <vector>

namespace inkling::picture {

namespace {

/// The row of a line of ink in each of its columns, from left to right.
using LineTrace = std::vector<int>;

/// Follows ink to the right, by at most one row up or down per column and a twentieth of the length in total.
LineTrace trace_line(const GreyImage& ink, int x, int y) {
  LineTrace trace{y};
  for (++x; x < ink.width; ++x) {
    const int max_drift = 2 + static_cast<int>(trace.size()) / 20;
    const auto inked = [&](int row) {
      return row >= 0 && row < ink.height && std::abs(row - trace.front()) <= max_drift && ink.at(x, row) > 0;
    };
    if (!inked(y)) y = inked(y - 1) ? y - 1 : y + 1;
    if (!inked(y)) break;
    trace.push_back(y);
  }
  return trace;
}

/// Whether ink begins here: none of the three neighbours on the left has any.
bool starts_line(const GreyImage& ink, int x, int y) {
  if (ink.at(x, y) == 0) return false;
  for (int row = std::max(0, y - 1); x > 0 && row <= std::min(ink.height - 1, y + 1); ++row) {
    if (ink.at(x - 1, row) > 0) return false;
  }
  return true;
}

/// Erases the vertical run of ink through a pixel, unless it is thicker than a printed line.
void erase_run(GreyImage& ink, int x, int y) {
  const int max_thickness = 4 + std::max(ink.width, ink.height) / 200;
  int top = y, bottom = y;
  while (top > 0 && ink.at(x, top - 1) > 0) --top;
  while (bottom + 1 < ink.height && ink.at(x, bottom + 1) > 0) ++bottom;
  if (bottom - top >= max_thickness) return;
  for (int row = top; row <= bottom; ++row) ink.at(x, row) = 0;
}

/// The largest number of consecutive rows with ink.
int writing_height(const GreyImage& ink) {
  int height = 0, rows = 0;
  for (int y = 0; y < ink.height; ++y) {
    const auto row = ink.pixels.begin() + static_cast<std::ptrdiff_t>(ink.index(0, y));
    const bool inked = std::any_of(row, row + ink.width, [](std::uint8_t pixel) { return pixel > 0; });
    rows = inked ? rows + 1 : 0;
    height = std::max(height, rows);
  }
  return height;
}

}  // namespace

GreyImage remove_ruled_lines(GreyImage ink) {
  GreyImage cleaned = ink;
  std::size_t shortest = ink.pixels.size();
  for (int y = 0; y < ink.height; ++y) {
    for (int x = 0; x < ink.width / 2; ++x) {
      if (!starts_line(ink, x, y)) continue;
      const LineTrace trace = trace_line(ink, x, y);
      if (trace.size() < static_cast<std::size_t>(ink.width) / 2) continue;
      shortest = std::min(shortest, trace.size());
      for (std::size_t step = 0; step < trace.size(); ++step)
        erase_run(cleaned, x + static_cast<int>(step), trace[step]);
    }
  }
  return shortest > static_cast<std::size_t>(writing_height(cleaned)) * 3 / 2 ? cleaned : ink;
}

}  // namespace inkling::picture
