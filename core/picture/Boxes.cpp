// SPDX-License-Identifier: MIT
#include "core/picture/Boxes.h"

#include <algorithm>

namespace inkling::picture {

namespace {

constexpr std::size_t max_lines = 300;  // of one direction; more are a texture

/// Whether a horizontal and a vertical line cross or almost touch.
bool meet(const LineSegment& horizontal, const LineSegment& vertical) {
  const int slack =
      3 + horizontal.thickness + vertical.thickness + std::min(horizontal.length(), vertical.length()) / 12;
  const int column = vertical.row_at(horizontal.row_at(horizontal.start + horizontal.length() / 2));
  const int row = horizontal.row_at(column), crossing = vertical.row_at(row);
  return crossing >= horizontal.start - slack && crossing < horizontal.end() + slack &&
         row >= vertical.start - slack && row < vertical.end() + slack;
}

/// Whether two lines that both meet two others are far enough apart to be two sides.
bool are_apart(const LineSegment& one, const LineSegment& other) {
  const int middle = one.start + one.length() / 2;
  return std::abs(one.row_at(middle) - other.row_at(middle)) > 3 * (one.thickness + other.thickness);
}

}  // namespace

std::vector<Box> find_boxes(std::span<const LineSegment> horizontal, std::span<const LineSegment> vertical) {
  std::vector<Box> boxes;
  if (std::max(horizontal.size(), vertical.size()) > max_lines) return boxes;
  std::vector<std::vector<std::size_t>> met(horizontal.size());  // by each horizontal line
  for (std::size_t line = 0; line < horizontal.size(); ++line) {
    for (std::size_t side = 0; side < vertical.size(); ++side) {
      if (meet(horizontal[line], vertical[side])) met[line].push_back(side);
    }
  }
  std::vector<std::size_t> common;
  for (std::size_t top = 0; top < horizontal.size(); ++top) {
    for (std::size_t bottom = top + 1; bottom < horizontal.size(); ++bottom) {
      if (!are_apart(horizontal[top], horizontal[bottom])) continue;
      common.clear();
      std::ranges::set_intersection(met[top], met[bottom], std::back_inserter(common));
      for (std::size_t right = 1; right < common.size(); ++right) {
        if (are_apart(vertical[common[right - 1]], vertical[common[right]]))
          boxes.push_back({top, bottom, common[right - 1], common[right]});
      }
    }
  }
  return boxes;
}

}  // namespace inkling::picture
