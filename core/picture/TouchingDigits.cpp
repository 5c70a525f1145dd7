// SPDX-License-Identifier: MIT
#include "core/picture/TouchingDigits.h"

#include <algorithm>
#include <span>
#include <utility>

namespace inkling::picture {

namespace {

// Relative to the height of the writing.
constexpr double narrow_digit = 0.5;
constexpr double min_slice = 0.12;
constexpr double min_digit_height = 0.35;  // what is lower is a dash or a part of a digit
constexpr double max_seam_reach = 0.05;    // from the lowest column: less than a stroke, to stay out of a 0
constexpr double shared_ink = 0.04;        // beside a cut: digits that touch share a stroke

/// The extent of the ink in each column of a component, from its highest to its lowest pixel.
std::vector<int> column_heights(const Component& component, int image_width) {
  std::vector<ink::Bounds> columns(static_cast<std::size_t>(component.part.bounds.width()));
  for (const std::uint32_t pixel : component.pixels) {
    const int x = static_cast<int>(pixel) % image_width, y = static_cast<int>(pixel) / image_width;
    include_pixel(columns[static_cast<std::size_t>(x - component.part.bounds.left)], x, y);
  }
  std::vector<int> heights;
  for (const ink::Bounds& column : columns) heights.push_back(static_cast<int>(column.height()));
  return heights;
}

/// The lowest column between `begin` and `end` at least `margin` from both, or -1. Ink is low where round
/// digits touch and where a bar reaches the next digit.
int lowest_column(std::span<const int> heights, int begin, int end, int margin) {
  int lowest = -1;
  for (int column = begin + margin; column <= end - margin; ++column) {
    const bool lower =
        lowest < 0 || heights[static_cast<std::size_t>(column)] < heights[static_cast<std::size_t>(lowest)];
    if (lower) lowest = column;
  }
  return lowest;
}

/// Appends the columns to cut at, ascending, until every slice is narrow.
void find_cuts(std::span<const int> heights, int begin, int end, double writing_height,
               std::vector<int>& cuts) {
  if (end - begin <= narrow_digit * writing_height) return;
  const int margin = std::max(1, static_cast<int>(min_slice * writing_height));
  const int cut = lowest_column(heights, begin, end, margin);
  if (cut < 0) return;
  find_cuts(heights, begin, cut, writing_height, cuts);
  cuts.push_back(cut);
  find_cuts(heights, cut, end, writing_height, cuts);
}

/// The cheapest path from top to bottom through the ink near a column, by dynamic programming (Lee and Kim,
/// 1993). It costs the ink that it crosses, and 1 for each step aside.
class Seam {
 public:
  Seam(const GreyImage& ink, const ink::Bounds& bounds, int column, int reach)
      : first_(std::max(column - reach, static_cast<int>(bounds.left))),
        last_(std::min(column + reach, static_cast<int>(bounds.right) - 1)),
        top_(static_cast<int>(bounds.top)),
        rows_(static_cast<int>(bounds.height())),
        costs_(static_cast<std::size_t>(rows_) * (last_ - first_ + 1)) {
    for (int row = 0; row < rows_; ++row) {
      for (int x = first_; x <= last_; ++x) cost(row, x) = cost_from_above(row, x) + ink.at(x, top_ + row);
    }
  }

  /// The picture's column to cut each row at.
  std::vector<int> columns() const {
    std::vector<int> path(static_cast<std::size_t>(rows_));
    int low = first_, high = last_;
    for (int row = rows_ - 1; row >= 0; --row) {
      const int* begin = &costs_[index(row, low)];
      const int x = low + static_cast<int>(std::min_element(begin, begin + (high - low + 1)) - begin);
      path[static_cast<std::size_t>(row)] = x;
      low = std::max(first_, x - 1);
      high = std::min(last_, x + 1);
    }
    return path;
  }

 private:
  std::size_t index(int row, int x) const {
    return static_cast<std::size_t>(row) * (last_ - first_ + 1) + static_cast<std::size_t>(x - first_);
  }
  int& cost(int row, int x) { return costs_[index(row, x)]; }

  int cost_from_above(int row, int x) {
    if (row == 0) return 0;
    int cheapest = cost(row - 1, x);
    if (x > first_) cheapest = std::min(cheapest, 1 + cost(row - 1, x - 1));
    if (x < last_) cheapest = std::min(cheapest, 1 + cost(row - 1, x + 1));
    return cheapest;
  }

  int first_, last_;  // columns of the picture
  int top_, rows_;
  std::vector<int> costs_;  // [rows, columns] of the cheapest path from the top
};

using Seams = std::vector<std::vector<int>>;  // of each row, from left to right

/// The slices between the seams, with the ink that they share within `reach` of a seam.
std::vector<Component> slices_between(const GreyImage& ink, const Component& component, const Seams& seams,
                                      int reach) {
  std::vector<Component> slices(seams.size() + 1);
  for (const std::uint32_t pixel : component.pixels) {
    const int x = static_cast<int>(pixel) % ink.width, y = static_cast<int>(pixel) / ink.width;
    const auto row = static_cast<std::size_t>(y - component.part.bounds.top);
    const auto slice = static_cast<std::size_t>(
        std::ranges::count_if(seams, [&](const std::vector<int>& columns) { return columns[row] <= x; }));
    slices[slice].pixels.push_back(pixel);
    include_pixel(slices[slice].part.bounds, x, y);
    if (slice > 0 && x - seams[slice - 1][row] < reach) slices[slice - 1].shared.push_back(pixel);
    if (slice < seams.size() && seams[slice][row] - x <= reach) slices[slice + 1].shared.push_back(pixel);
  }
  std::erase_if(slices, [](const Component& slice) { return slice.pixels.empty(); });
  for (std::size_t slice = 1; slice < slices.size(); ++slice) slices[slice].part.split_from_previous = true;
  return slices;
}

}  // namespace

std::vector<Component> split_touching_digits(const GreyImage& ink, const Component& component,
                                             double writing_height) {
  const ink::Bounds& bounds = component.part.bounds;
  std::vector<int> cuts;
  find_cuts(column_heights(component, ink.width), 0, static_cast<int>(bounds.width()), writing_height, cuts);
  const int reach = static_cast<int>(max_seam_reach * writing_height);
  Seams seams;
  for (const int cut : cuts)
    seams.push_back(Seam(ink, bounds, static_cast<int>(bounds.left) + cut, reach).columns());
  return slices_between(ink, component, seams, static_cast<int>(shared_ink * writing_height));
}

std::vector<Component> split_touching_digits(const GreyImage& ink, std::span<const Component> components) {
  const double tallest = tallest_height(components);
  std::vector<Component> slices;
  for (const Component& component : components) {
    if (component.part.bounds.height() < min_digit_height * tallest) {
      slices.push_back(component);
      continue;
    }
    // Digits may be of several sizes, and a low one may be written flat.
    const double height = std::min(tallest, 2 * component.part.bounds.height());
    for (Component& slice : split_touching_digits(ink, component, height)) slices.push_back(std::move(slice));
  }
  return slices;
}

}  // namespace inkling::picture
