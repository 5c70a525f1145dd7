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

/// An image or, if it is turned, the image with rows and columns exchanged.
class TurnableImage {
 public:
  TurnableImage(picture::GreyImage& image, bool is_turned)
      : width(is_turned ? image.height : image.width),
        height(is_turned ? image.width : image.height),
        pixels_(image.pixels),
        right_(is_turned ? static_cast<std::size_t>(image.width) : 1),
        down_(is_turned ? 1 : static_cast<std::size_t>(image.width)) {}

  std::uint8_t& at(int x, int y) {
    return pixels_[static_cast<std::size_t>(x) * right_ + static_cast<std::size_t>(y) * down_];
  }

  const int width, height;

 private:
  std::vector<std::uint8_t>& pixels_;
  std::size_t right_, down_;
};

/// Printed lines that lie along an image's rows.
class PrintedLines {
 public:
  PrintedLines(TurnableImage contrast, int noise_floor) : contrast_(contrast), floor_(noise_floor) {}

  void add(double row, double begin, double end) {
    lines_.emplace_back();
    const int last = std::min(contrast_.width, nearest_pixel(end) + 2);
    for (int x = std::max(0, nearest_pixel(begin) - 2); x < last; ++x) add_column(x, nearest_pixel(row));
  }

  /// Lines are printed about alike, but one may be on more pixels than another.
  void erase() {
    constexpr double usual_excess = 1.35, widest = 1.6;
    std::vector<int> amounts;
    for (const Line& line : lines_) {
      for (const Run& run : line) amounts.push_back(run.ink);
    }
    if (amounts.empty()) return;
    const int usual = median(amounts);
    for (const Line& line : lines_) {
      const double own = std::clamp<double>(least_ink(line), usual, widest * usual);
      for (const Run& run : line) {
        if (run.ink <= usual_excess * own) erase(run);
      }
    }
  }

 private:
  /// The ink of a line in a column.
  struct Run {
    int x, top, bottom;  // the bottom is exclusive
    int ink = 0;         // the sum of its contrast, which doesn't depend on blur
  };

  using Line = std::vector<Run>;

  /// What hardly more than a quarter of a line has less ink than: strokes along it have more.
  static int least_ink(const Line& line) {
    std::vector<int> amounts;
    for (const Run& run : line) amounts.push_back(run.ink);
    if (amounts.empty()) return 0;
    const auto quartile = amounts.begin() + static_cast<std::ptrdiff_t>(amounts.size() / 4);
    std::ranges::nth_element(amounts, quartile);
    return *quartile;
  }

  /// The line's ink is around its darkest pixel near where it should be.
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

  /// With the blurred edges.
  void erase(const Run& run) {
    constexpr int halo = 1;
    for (int y = std::max(0, run.top - halo); y < std::min(contrast_.height, run.bottom + halo); ++y)
      contrast_.at(run.x, y) = 0;
  }

  TurnableImage contrast_;
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
