// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "core/picture/GreyImage.h"

namespace inkling::picture {

/// A thin, almost straight line of ink that is closer to horizontal than to vertical.
struct LineSegment {
  int start = 0;          // its first column
  std::vector<int> rows;  // its middle in each column, also where strokes cross it and in small gaps
  int thickness = 1;      // the usual one, in pixels

  int length() const { return static_cast<int>(rows.size()); }
  int end() const { return start + length(); }

  /// Its row in a column, or in the nearest one that it has.
  int row_at(int column) const;
};

/// The thin lines of an ink mask that are closer to horizontal. `columns` is the transposed mask, so those of
/// the mask itself are the lines closer to vertical, with rows and columns exchanged.
std::vector<LineSegment> find_line_segments(const GreyImage& columns);

/// Erases a line from the transposed mask. Strokes that cross the line keep their ink.
void erase_line(GreyImage& columns, const LineSegment& line);

}  // namespace inkling::picture
