// SPDX-License-Identifier: MIT
#include "core/form/PrintedLines.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>

#include "core/base/Median.h"

namespace inkling::form {

namespace {

int nearest_pixel(double value) {
  return static_cast<int>(std::lround(value));
}

/// A view of an image or of its transpose.
class TransposableImage {
 public:
  TransposableImage(picture::GreyImage& image, bool is_transposed)
      : width(is_transposed ? image.height : image.width),
        height(is_transposed ? image.width : image.height),
        pixels_(image.pixels),
        right_(is_transposed ? static_cast<std::size_t>(image.width) : 1),
        down_(is_transposed ? 1 : static_cast<std::size_t>(image.width)) {}

  std::uint8_t& at(int x, int y) {
    return pixels_[static_cast<std::size_t>(x) * right_ + static_cast<std::size_t>(y) * down_];
  }

  const int width, height;

 private:
  std::vector<std::uint8_t>& pixels_;
  std::size_t right_, down_;
};

/// Printed lines along the rows of an image.
class PrintedLines {
 public:
  PrintedLines(TransposableImage contrast, int noise_floor) : contrast_(contrast), floor_(noise_floor) {}

  void add(double row, double begin, double end) {
    lines_.emplace_back();
    const int last = std::min(contrast_.width, nearest_pixel(end) + 2);
    for (int x = std::max(0, nearest_pixel(begin) - 2); x < last; ++x) add_column(x, nearest_pixel(row));
  }

  /// Erases the lines where they have no more ink than usual. All lines are printed alike, but one may cover
  /// more pixels than another.
  void erase() {
    constexpr double max_excess = 1.35, max_width = 1.6;  // relative to the usual ink of a line
    std::vector<int> amounts;
    for (const Line& line : lines_) {
      for (const Run& run : line) amounts.push_back(run.ink);
    }
    if (amounts.empty()) return;
    const int usual = median(amounts);
    for (const Line& line : lines_) {
      const double own = std::clamp<double>(quartile_ink(line), usual, max_width * usual);
      for (const Run& run : line) {
        if (run.ink <= max_excess * own) erase(run);
      }
    }
  }

 private:
  /// The ink of a line in a column.
  struct Run {
    int x, top, bottom;  // bottom is exclusive
    int ink = 0;         // the sum of the contrast, which doesn't depend on blur
  };

  using Line = std::vector<Run>;

  /// The first quartile of a line's ink per column, which strokes along the line hardly affect.
  static int quartile_ink(const Line& line) {
    std::vector<int> amounts;
    for (const Run& run : line) amounts.push_back(run.ink);
    if (amounts.empty()) return 0;
    const auto quartile = amounts.begin() + static_cast<std::ptrdiff_t>(amounts.size() / 4);
    std::ranges::nth_element(amounts, quartile);
    return *quartile;
  }

  /// Adds the ink around the darkest pixel near the expected row.
  void add_column(int x, int row) {
    constexpr int reach = 2;
    int darkest = -1;
    for (int y = std::max(0, row - reach - 1); y < std::min(contrast_.height, row + reach + 1); ++y) {
      if (darkest < 0 || contrast_.at(x, y) > contrast_.at(x, darkest)) darkest = y;
    }
    if (darkest < 0 || contrast_.at(x, darkest) <= floor_) return;
    Run run{x, darkest, darkest + 1};
    while (run.top > 0 && contrast_.at(x, run.top - 1) > floor_) --run.top;
    while (run.bottom < contrast_.height && contrast_.at(x, run.bottom) > floor_) ++run.bottom;
    for (int y = run.top; y < run.bottom; ++y) run.ink += contrast_.at(x, y);
    lines_.back().push_back(run);
  }

  /// Includes the blurred edges.
  void erase(const Run& run) {
    constexpr int halo = 1;
    for (int y = std::max(0, run.top - halo); y < std::min(contrast_.height, run.bottom + halo); ++y)
      contrast_.at(run.x, y) = 0;
  }

  TransposableImage contrast_;
  int floor_;
  std::vector<Line> lines_;
};

}  // namespace

void erase_printed_lines(picture::GreyImage& contrast, const std::vector<Area>& boxes, int noise_floor) {
  PrintedLines rows({contrast, false}, noise_floor);
  for (const Area& box : boxes) {
    for (const double y : {box.top, box.bottom}) rows.add(y, box.left, box.right);
  }
  rows.erase();
  PrintedLines columns({contrast, true}, noise_floor);
  for (const Area& box : boxes) {
    for (const double x : {box.left, box.right}) columns.add(x, box.top, box.bottom);
  }
  columns.erase();
}

}  // namespace inkling::form
