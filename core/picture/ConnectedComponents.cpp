#include "core/picture/ConnectedComponents.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace inkling::picture {

namespace {

// As shares of the height of the writing, that of its highest blob.
constexpr double speck = 0.12;
constexpr double narrow_digit = 0.5;
constexpr double least_part = 0.12;

void include_pixel(ink::Bounds& bounds, int x, int y) {
  bounds.include(ink::Bounds{static_cast<double>(x), static_cast<double>(y), x + 1.0, y + 1.0});
}

/// All ink that hangs together with the pixel at `start`, corners included; it is taken off `left`.
Component take_blob(GreyImage& left, std::uint32_t start) {
  constexpr std::uint8_t surely_ink = 128;
  Component blob{{start}, {}};
  bool sure = left.pixels[start] >= surely_ink;
  left.pixels[start] = 0;
  for (std::size_t next = 0; next < blob.places.size(); ++next) {
    const int width = left.width, x = static_cast<int>(blob.places[next]) % width,
              y = static_cast<int>(blob.places[next]) / width;
    include_pixel(blob.part.bounds, x, y);
    for (int near_y = std::max(0, y - 1); near_y <= std::min(left.height - 1, y + 1); ++near_y) {
      for (int near_x = std::max(0, x - 1); near_x <= std::min(width - 1, x + 1); ++near_x) {
        std::uint8_t& pixel = left.at(near_x, near_y);
        if (pixel == 0) continue;
        sure |= pixel >= surely_ink;
        pixel = 0;
        blob.places.push_back(static_cast<std::uint32_t>(left.place(near_x, near_y)));
      }
    }
  }
  return sure ? blob : Component();
}

std::vector<Component> connected(GreyImage ink) {
  std::vector<Component> blobs;
  for (std::uint32_t place = 0; place < ink.pixels.size(); ++place) {
    if (ink.pixels[place] == 0) continue;
    Component blob = take_blob(ink, place);
    if (!blob.places.empty()) blobs.push_back(std::move(blob));
  }
  return blobs;
}

/// How far the ink of each column of a blob reaches from its highest to its lowest pixel.
std::vector<int> column_heights(const Component& blob, int width) {
  std::vector<ink::Bounds> columns(static_cast<std::size_t>(blob.part.bounds.width()));
  for (const std::uint32_t place : blob.places) {
    const int x = static_cast<int>(place) % width, y = static_cast<int>(place) / width;
    include_pixel(columns[static_cast<std::size_t>(x - blob.part.bounds.left)], x, y);
  }
  std::vector<int> heights;
  for (const ink::Bounds& column : columns) heights.push_back(static_cast<int>(column.height()));
  return heights;
}

/// The lowest column between `begin` and `end` that is far enough from both, if there is one: where round
/// digits touch the ink is low, and where a bar reaches the next digit.
int lowest_column(std::span<const int> heights, int begin, int end, int margin) {
  int lowest = -1;
  for (int column = begin + margin; column <= end - margin; ++column) {
    const bool lower =
        lowest < 0 || heights[static_cast<std::size_t>(column)] < heights[static_cast<std::size_t>(lowest)];
    if (lower) lowest = column;
  }
  return lowest;
}

/// Columns at which to cut a blob, in rising order.
void add_cuts(std::span<const int> heights, int begin, int end, double height, std::vector<int>& cuts) {
  if (end - begin <= narrow_digit * height) return;
  const int cut = lowest_column(heights, begin, end, std::max(1, static_cast<int>(least_part * height)));
  if (cut < 0) return;
  add_cuts(heights, begin, cut, height, cuts);
  cuts.push_back(cut);
  add_cuts(heights, cut, end, height, cuts);
}

/// Where to cut each row of a blob near a column: from top to bottom, a pixel aside at a time, through as
/// little ink as can be (Lee and Kim, 1993). Counted from the left of the picture, for each row of the blob.
std::vector<int> seam(const GreyImage& ink, const ink::Bounds& bounds, int column, int reach) {
  const int first = std::max(column - reach, static_cast<int>(bounds.left));
  const int last = std::min(column + reach, static_cast<int>(bounds.right) - 1);
  const int columns = last - first + 1, rows = static_cast<int>(bounds.height()),
            top = static_cast<int>(bounds.top);
  const auto place = [&](int row, int x) {
    return static_cast<std::size_t>(row) * columns + static_cast<std::size_t>(x - first);
  };
  std::vector<int> costs(static_cast<std::size_t>(rows) *
                         columns);  // [rows, columns] of the cheapest way there
  for (int row = 0; row < rows; ++row) {
    for (int x = first; x <= last; ++x) {
      int before = 0;
      if (row > 0) {
        before = costs[place(row - 1, x)];
        if (x > first) before = std::min(before, 1 + costs[place(row - 1, x - 1)]);
        if (x < last) before = std::min(before, 1 + costs[place(row - 1, x + 1)]);
      }
      costs[place(row, x)] = before + ink.at(x, top + row);
    }
  }
  std::vector<int> path(static_cast<std::size_t>(rows));
  int low = first, high = last;
  for (int row = rows - 1; row >= 0; --row) {
    const auto cheapest = std::min_element(costs.begin() + static_cast<std::ptrdiff_t>(place(row, low)),
                                           costs.begin() + static_cast<std::ptrdiff_t>(place(row, high)) + 1);
    const int x = first + static_cast<int>(cheapest - costs.begin()) - row * columns;
    path[static_cast<std::size_t>(row)] = x;
    low = std::max(first, x - 1);
    high = std::min(last, x + 1);
  }
  return path;
}

/// The blob's parts between the seams.
void add_parts(const GreyImage& ink, const Component& blob, double height, std::vector<Component>& parts) {
  const ink::Bounds& bounds = blob.part.bounds;
  std::vector<int> cuts;
  add_cuts(column_heights(blob, ink.width), 0, static_cast<int>(bounds.width()), height, cuts);
  std::vector<std::vector<int>> seams;
  for (const int cut : cuts)
    seams.push_back(
        seam(ink, bounds, static_cast<int>(bounds.left) + cut, static_cast<int>(least_part * height)));
  std::vector<Component> cut(seams.size() + 1);
  for (const std::uint32_t place : blob.places) {
    const int x = static_cast<int>(place) % ink.width, y = static_cast<int>(place) / ink.width;
    const auto row = static_cast<std::size_t>(y - bounds.top);
    const auto part = static_cast<std::size_t>(std::count_if(
        seams.begin(), seams.end(), [&](const std::vector<int>& path) { return path[row] <= x; }));
    cut[part].places.push_back(place);
    include_pixel(cut[part].part.bounds, x, y);
    cut[part].part.cut_off = part > 0;
  }
  for (Component& part : cut) {
    if (!part.places.empty()) parts.push_back(std::move(part));
  }
}

/// Each inked pixel's darkness is given to those up to `radius` around it.
GreyImage thickened(const GreyImage& ink, int radius) {
  GreyImage result = ink;
  for (int y = 0; y < ink.height; ++y) {
    for (int x = 0; x < ink.width; ++x) {
      const std::uint8_t pixel = ink.at(x, y);
      if (pixel == 0) continue;
      for (int down = -radius; down <= radius; ++down) {
        for (int across = -radius; across <= radius; ++across) {
          if (down * down + across * across > radius * radius) continue;
          std::uint8_t& near = result.at(x + across, y + down);
          near = std::max(near, pixel);
        }
      }
    }
  }
  return result;
}

/// Twice the ink by the length of its outline, in pixels.
double pen_width(const GreyImage& ink) {
  double mass = 0;
  int outline = 0;
  for (int y = 1; y < ink.height; ++y) {
    for (int x = 1; x < ink.width; ++x) {
      const bool inked = ink.at(x, y) >= 128;
      mass += ink.at(x, y) / 255.0;
      outline += (inked != (ink.at(x - 1, y) >= 128)) + (inked != (ink.at(x, y - 1) >= 128));
    }
  }
  // A slanted outline is counted as steps, on average 4 / pi times its length.
  return outline == 0 ? 0 : 2 * mass / (outline * std::numbers::pi / 4);
}

}  // namespace

std::vector<Component> find_components(const GreyImage& ink) {
  std::vector<Component> blobs = connected(ink), parts;
  double height = 0;
  for (const Component& blob : blobs) height = std::max(height, blob.part.bounds.height());
  for (const Component& blob : blobs) {
    if (blob.part.bounds.longest_side() > speck * height) add_parts(ink, blob, height, parts);
  }
  return parts;
}

GreyImage cut_out(const GreyImage& ink, std::span<const Component> blobs,
                  std::span<const std::uint32_t> which) {
  constexpr double least_pen = 0.08, usual_pen = 0.1;  // as shares of the digit's longer side
  ink::Bounds bounds;
  for (const std::uint32_t blob : which) bounds.include(blobs[blob].part.bounds);
  const double side = bounds.longest_side();
  const int margin = 1 + static_cast<int>(usual_pen * side);
  const int left = static_cast<int>(bounds.left) - margin, top = static_cast<int>(bounds.top) - margin;
  GreyImage single_process = GreyImage::black(static_cast<int>(bounds.width()) + 2 * margin,
                                              static_cast<int>(bounds.height()) + 2 * margin);
  for (const std::uint32_t blob : which) {
    for (const std::uint32_t place : blobs[blob].places)
      single_process.at(static_cast<int>(place) % ink.width - left,
                        static_cast<int>(place) / ink.width - top) = ink.pixels[place];
  }
  const double pen = pen_width(single_process);
  if (pen >= least_pen * side) return single_process;
  return thickened(single_process, static_cast<int>(std::lround((usual_pen * side - pen) / 2)));
}

}  // namespace inkling::picture
