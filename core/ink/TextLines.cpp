// SPDX-License-Identifier: MIT
#include "core/ink/TextLines.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace inkling::ink {

namespace {

double centre_x(const Bounds& box) {
  return (box.left + box.right) / 2;
}
double centre_y(const Bounds& box) {
  return (box.top + box.bottom) / 2;
}

/// The height of a typical digit: the largest of those that make up most of the ink.
double usual_height(std::span<const Bounds> boxes) {
  std::vector<double> heights;
  double tallest = 0;
  for (const Bounds& box : boxes) tallest = std::max({tallest, box.height(), box.width() / 3});
  for (const Bounds& box : boxes) {
    if (!box.empty() && box.height() >= tallest / 4) heights.push_back(box.height());
  }
  if (heights.empty()) return tallest > 0 ? tallest : 1;
  std::ranges::nth_element(heights, heights.begin() + std::ssize(heights) * 3 / 4);
  return heights[heights.size() * 3 / 4];
}

/// Sets of indices that grow together (union by linking to the smallest).
class DisjointSets {
 public:
  explicit DisjointSets(std::size_t count) : parents_(count) {
    std::iota(parents_.begin(), parents_.end(), 0u);
  }

  std::uint32_t find(std::uint32_t index) {
    while (parents_[index] != index) index = parents_[index] = parents_[parents_[index]];
    return index;
  }

  void join(std::uint32_t one, std::uint32_t other) {
    one = find(one);
    other = find(other);
    parents_[std::max(one, other)] = std::min(one, other);
  }

 private:
  std::vector<std::uint32_t> parents_;
};

/// Parts one above the other that are pieces of one digit: they touch or overlap, or one is low and close to
/// the other.
bool are_stacked(const Bounds& one, const Bounds& other, double height) {
  constexpr double min_overlap = 0.4, max_gap = 0.25, low = 0.5, touching = 0.08, max_height = 1.35;
  const double narrower = std::max(std::min(one.width(), other.width()), height / 20);
  if (overlap(one.left, one.right, other.left, other.right) < min_overlap * narrower) return false;
  const double gap = -overlap(one.top, one.bottom, other.top, other.bottom);
  const double together = std::max(one.bottom, other.bottom) - std::min(one.top, other.top);
  if (gap <= touching * height) return together <= 2 * height;
  return gap <= max_gap * height && together <= max_height * height &&
         std::min(one.height(), other.height()) <= low * height;
}

/// How far a part is from one to its right in the same line; infinite if they can't be neighbours.
double distance_to_next(const Bounds& left, const Bounds& right, double height) {
  constexpr double max_shift = 0.7, max_gap = 3, shift_weight = 2;
  const double size = std::max({left.height(), right.height(), height / 2});
  const double gap = right.left - left.right, shift = std::abs(centre_y(right) - centre_y(left));
  const bool level = overlap(left.top, left.bottom, right.top, right.bottom) >=
                     0.6 * std::min(left.height(), right.height());
  const bool neighbours =
      centre_x(right) > centre_x(left) && gap <= max_gap * size && (shift <= max_shift * size || level);
  return neighbours ? std::max(0.0, gap) + shift_weight * shift : std::numeric_limits<double>::infinity();
}

/// Joins every part with the nearest one on its right.
void join_neighbours(std::span<const Bounds> boxes, double height, DisjointSets& sets) {
  for (std::uint32_t part = 0; part < boxes.size(); ++part) {
    if (boxes[part].empty()) continue;
    double least = std::numeric_limits<double>::infinity();
    std::uint32_t nearest = part;
    for (std::uint32_t other = 0; other < boxes.size(); ++other) {
      if (other == part || boxes[other].empty()) continue;
      if (other > part && are_stacked(boxes[part], boxes[other], height)) sets.join(part, other);
      const double distance = distance_to_next(boxes[part], boxes[other], height);
      if (distance < least) {
        least = distance;
        nearest = other;
      }
    }
    sets.join(part, nearest);
  }
}

struct Line {
  std::vector<std::uint32_t> parts;
  Bounds bounds;
};

std::vector<Line> lines_of(std::span<const Bounds> boxes, DisjointSets& sets) {
  std::vector<Line> by_root(boxes.size()), lines;
  for (std::uint32_t part = 0; part < boxes.size(); ++part) {
    if (boxes[part].empty()) continue;
    Line& line = by_root[sets.find(part)];
    line.parts.push_back(part);
    line.bounds.include(boxes[part]);
  }
  for (Line& line : by_root) {
    if (!line.parts.empty()) lines.push_back(std::move(line));
  }
  return lines;
}

/// Joins a flat part by itself with the line below it: the bar of a 5, drawn too high.
void join_bars(std::vector<Line>& lines, double height, DisjointSets& sets) {
  constexpr double max_height = 0.25, max_gap = 0.8, max_length = 1, min_overlap = 0.8;  // in usual heights
  for (const Line& bar : lines) {
    const Bounds& box = bar.bounds;
    if (bar.parts.size() != 1 || box.height() > max_height * height || box.width() > max_length * height)
      continue;
    for (const Line& below : lines) {
      const double gap = below.bounds.top - box.bottom;
      const double shared = overlap(box.left, box.right, below.bounds.left, below.bounds.right);
      if (gap >= 0 && gap <= max_gap * height && shared >= min_overlap * box.width())
        sets.join(bar.parts.front(), below.parts.front());
    }
  }
}

/// The parts of a line with the leftmost or rightmost edge.
const Bounds& end_of(const Line& line, std::span<const Bounds> boxes, bool right) {
  return boxes[*std::ranges::max_element(
      line.parts, {}, [&](std::uint32_t part) { return right ? boxes[part].right : -boxes[part].left; })];
}

/// Joins lines side by side: the facing ends are level with each other.
void join_columns(std::span<const Bounds> boxes, std::vector<Line>& lines, DisjointSets& sets) {
  for (const Line& left : lines) {
    const Bounds& from = end_of(left, boxes, true);
    double least = std::numeric_limits<double>::infinity();
    const Line* nearest = nullptr;
    for (const Line& right : lines) {
      const Bounds& to = end_of(right, boxes, false);
      const double gap = right.bounds.left - left.bounds.right;
      const double shared = overlap(from.top, from.bottom, to.top, to.bottom);
      if (gap < 0 || gap >= least || shared < 0.5 * std::max(from.height(), to.height())) continue;
      least = gap;
      nearest = &right;
    }
    if (nearest != nullptr) sets.join(left.parts.front(), nearest->parts.front());
  }
}

}  // namespace

std::vector<std::vector<std::uint32_t>> text_lines(std::span<const Bounds> boxes) {
  DisjointSets sets(boxes.size());
  const double height = usual_height(boxes);
  join_neighbours(boxes, height, sets);
  std::vector<Line> lines = lines_of(boxes, sets);
  join_columns(boxes, lines, sets);
  join_bars(lines, height, sets);
  lines = lines_of(boxes, sets);
  std::ranges::stable_sort(lines, {}, [](const Line& line) { return centre_y(line.bounds); });
  std::vector<std::vector<std::uint32_t>> parts;
  for (Line& line : lines) parts.push_back(std::move(line.parts));
  return parts;
}

}  // namespace inkling::ink
