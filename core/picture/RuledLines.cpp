// SPDX-License-Identifier: MIT
#include "core/picture/RuledLines.h"

#include <algorithm>
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

  bool touches_border(const LineSegment& line) const { return line.start <= 3 || line.end() >= extent - 3; }
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

/// Marks the lines of at least `min_length`; those that leave the picture may be shorter by `border_share`.
/// Others may be ones if they are vertical.
void mark_long(Direction& direction, double min_length, double border_share, bool vertical) {
  for (std::size_t index = 0; index < direction.lines.size(); ++index) {
    const LineSegment& line = direction.lines[index];
    const bool leaves = direction.touches_border(line);
    if (vertical && !leaves) continue;
    const double share = leaves ? border_share : 1;
    if (line.length() >= share * min_length) direction.printed[index] = true;
  }
}

}  // namespace

GreyImage remove_ruled_lines(GreyImage ink) {
  constexpr double horizontal_length = 1.5, vertical_length = 1.8,
                   border_share = 0.7;  // the first two in heights
  constexpr int min_side = 32;          // in a smaller picture, strokes are as slim as lines
  if (std::max(ink.width, ink.height) < min_side) return ink;
  Direction horizontal(transposed(ink)), vertical(ink);
  if (horizontal.lines.empty() && vertical.lines.empty()) return ink;
  mark_boxes(horizontal, vertical);
  const std::vector<bool> boxed_horizontal = horizontal.printed, boxed_vertical = vertical.printed;
  // What is left without all lines that may be printed tells how high the writing is, and so which lines are
  // strokes.
  mark_long(horizontal, horizontal.extent / 2.0, 1, false);
  mark_long(vertical, vertical.extent / 2.0, 1, true);
  const int height = writing_height(erase(ink, horizontal, vertical));
  if (height < std::max(6, std::max(ink.width, ink.height) / 50)) return ink;  // the lines were the writing
  horizontal.printed = boxed_horizontal;
  vertical.printed = boxed_vertical;
  mark_long(horizontal, horizontal_length * height, border_share, false);
  mark_long(vertical, vertical_length * height, border_share, true);
  return erase(ink, horizontal, vertical);
}

}  // namespace inkling::picture
