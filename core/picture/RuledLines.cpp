// SPDX-License-Identifier: MIT
#include "core/picture/RuledLines.h"

#include <algorithm>
#include <array>
#include <limits>
#include <span>
#include <utility>
#include <vector>

#include "core/picture/Boxes.h"
#include "core/picture/ConnectedComponents.h"
#include "core/picture/LineSegments.h"
#include "core/picture/Morphology.h"

namespace inkling::picture {

namespace {

/// The lines of one direction, and which of them are printed.
struct Direction {
  std::vector<LineSegment> lines;
  std::vector<bool> printed;
  int extent = 0;  // of the picture along the lines

  explicit Direction(const GreyImage& columns)
      : lines(find_line_segments(columns)), printed(lines.size()), extent(columns.height) {}

  void erase_printed(GreyImage& columns) const {
    for (std::size_t line = 0; line < lines.size(); ++line) {
      if (printed[line]) erase_line(columns, lines[line]);
    }
  }

  /// How many of a line's ends are at the picture's border.
  int ends_at_border(const LineSegment& line) const { return (line.start <= 3) + (line.end() >= extent - 3); }
};

GreyImage erase(const GreyImage& ink, const Direction& horizontal, const Direction& vertical) {
  GreyImage columns = transposed(ink);
  horizontal.erase_printed(columns);
  GreyImage rows = transposed(columns);
  vertical.erase_printed(rows);
  return rows;
}

/// The height of the tallest thing, of those that don't touch the border if there are any.
int writing_height(const GreyImage& ink) {
  int inside = 0, at_border = 0;
  for (const Component& component : connected_components(ink)) {
    const ink::Bounds& bounds = component.part.bounds;
    const bool touches =
        bounds.left <= 0 || bounds.top <= 0 || bounds.right >= ink.width || bounds.bottom >= ink.height;
    int& height = touches ? at_border : inside;
    height = std::max(height, static_cast<int>(bounds.height()));
  }
  return inside > 0 ? inside : at_border;
}

void mark_boxes(Direction& horizontal, Direction& vertical) {
  for (const Box& box : find_boxes(horizontal.lines, vertical.lines)) {
    horizontal.printed[box.top] = horizontal.printed[box.bottom] = true;
    vertical.printed[box.left] = vertical.printed[box.right] = true;
  }
}

/// Marks the lines of at least this length, given by how many of their ends are at the picture's border.
void mark_long(Direction& direction, const std::array<double, 3>& min_lengths) {
  for (std::size_t index = 0; index < direction.lines.size(); ++index) {
    const LineSegment& line = direction.lines[index];
    const auto ends = static_cast<std::size_t>(direction.ends_at_border(line));
    if (line.length() >= min_lengths[ends]) direction.printed[index] = true;
  }
}

std::array<double, 3> scaled(std::array<double, 3> lengths, double factor) {
  for (double& length : lengths) length *= factor;
  return lengths;
}

}  // namespace

GreyImage remove_ruled_lines(GreyImage ink) {
  // By the number of ends at the border, in heights of the writing. A vertical line that ends inside of the
  // picture may be a 1, one that ends at one border the stem of a 9 that was cropped closely.
  constexpr double never = std::numeric_limits<double>::infinity();
  constexpr std::array horizontal_lengths = {1.5, 1.05, 1.05}, vertical_lengths = {never, 1.6, 1.26};
  constexpr int min_side = 48;  // in a smaller picture, strokes are as slim as lines
  if (std::max(ink.width, ink.height) < min_side) return ink;
  Direction horizontal(transposed(ink)), vertical(ink);
  if (horizontal.lines.empty() && vertical.lines.empty()) return ink;
  mark_boxes(horizontal, vertical);
  const std::vector<bool> boxed_horizontal = horizontal.printed, boxed_vertical = vertical.printed;
  // What is left without all lines that may be printed tells how high the writing is, and so which lines are
  // strokes.
  mark_long(horizontal, scaled({1, 1, 1}, horizontal.extent / 2.0));
  mark_long(vertical, scaled({never, 1, 1}, vertical.extent / 2.0));
  const int height = writing_height(erase(ink, horizontal, vertical));
  if (height < std::max(6, std::max(ink.width, ink.height) / 50)) return ink;  // the lines were the writing
  horizontal.printed = boxed_horizontal;
  vertical.printed = boxed_vertical;
  mark_long(horizontal, scaled(horizontal_lengths, height));
  mark_long(vertical, scaled(vertical_lengths, height));
  return erase(ink, horizontal, vertical);
}

}  // namespace inkling::picture
