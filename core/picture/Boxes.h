// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "core/picture/LineSegments.h"

namespace inkling::picture {

/// A box between printed lines: indices of its sides.
struct Box {
  std::size_t top, bottom;  // of the horizontal lines
  std::size_t left, right;  // of the vertical lines
};

/// The boxes of a frame or a grid. `vertical` lines have rows and columns exchanged, see
/// find_line_segments(). The sides of a box meet near its corners. A grid's lines form boxes of several cells
/// too.
std::vector<Box> find_boxes(std::span<const LineSegment> horizontal, std::span<const LineSegment> vertical);

}  // namespace inkling::picture
