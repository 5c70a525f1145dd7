// SPDX-License-Identifier: MIT
#include "core/picture/Sheet.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>
#include <limits>

#include "core/base/Median.h"
#include "core/picture/ConnectedComponents.h"

namespace inkling::picture {

namespace {

using Span = Sheet::Span;

/// The grey that best separates two classes of pixels (Otsu, 1979), or -1 if they hardly differ.
int separating_grey(const GreyImage& picture) {
  constexpr double min_difference = 40;
  std::array<double, 256> counts{};
  for (const std::uint8_t pixel : picture.pixels) ++counts[pixel];
  double all = 0, sum = 0;
  for (std::size_t grey = 0; grey < counts.size(); ++grey) {
    all += counts[grey];
    sum += counts[grey] * static_cast<double>(grey);
  }
  double dark = 0, dark_sum = 0, best = 0;
  int separating = -1;
  for (std::size_t grey = 0; grey + 1 < counts.size(); ++grey) {
    dark += counts[grey];
    dark_sum += counts[grey] * static_cast<double>(grey);
    if (dark == 0 || dark == all) continue;
    const double difference = (sum - dark_sum) / (all - dark) - dark_sum / dark;
    const double between = dark * (all - dark) * difference * difference;
    if (between <= best) continue;
    best = between;
    separating = difference >= min_difference ? static_cast<int>(grey) : -1;
  }
  return separating;
}

bool touches_border(const Component& component, const GreyImage& picture) {
  return std::ranges::any_of(component.pixels, [&](std::uint32_t pixel) {
    const int x = static_cast<int>(pixel) % picture.width, y = static_cast<int>(pixel) / picture.width;
    return x == 0 || y == 0 || x == picture.width - 1 || y == picture.height - 1;
  });
}

/// The largest connected area without what is as dark as `grey` from there to the picture's border. Dark ink
/// on a sheet belongs to its area, and so does what a printed frame encloses.
Component largest_area(const GreyImage& picture, int grey) {
  GreyImage dark = picture;
  for (std::uint8_t& pixel : dark.pixels) pixel = pixel > grey ? 0 : 255;
  GreyImage rest = picture;
  std::ranges::fill(rest.pixels, std::uint8_t{255});
  for (const Component& component : connected_components(std::move(dark))) {
    if (!touches_border(component, picture)) continue;
    for (const std::uint32_t pixel : component.pixels) rest.pixels[pixel] = 0;
  }
  Component largest;
  for (Component& component : connected_components(std::move(rest))) {
    if (component.pixels.size() > largest.pixels.size()) largest = std::move(component);
  }
  return largest;
}

std::vector<Span> spans_of(const Component& area, const GreyImage& picture) {
  std::vector<Span> rows(static_cast<std::size_t>(picture.height), {picture.width, 0});
  for (const std::uint32_t pixel : area.pixels) {
    const int x = static_cast<int>(pixel) % picture.width, y = static_cast<int>(pixel) / picture.width;
    Span& row = rows[static_cast<std::size_t>(y)];
    row = {std::min(row.first, x), std::max(row.last, x + 1)};
  }
  for (Span& row : rows) {
    if (row.first >= row.last) row = {};
  }
  return rows;
}

double area_of(const std::vector<Span>& rows) {
  double area = 0;
  for (const Span& row : rows) area += row.last - row.first;
  return area;
}

struct Corner {
  double x = 0, y = 0;
};

/// The points that lie furthest out in the four diagonal directions, clockwise from the top left.
std::array<Corner, 4> corners_of(const std::vector<Span>& rows) {
  constexpr std::array<std::array<int, 2>, 4> directions{{{-1, -1}, {1, -1}, {1, 1}, {-1, 1}}};
  std::array<Corner, 4> corners{};
  for (std::size_t corner = 0; corner < 4; ++corner) {
    const auto [right, down] = directions[corner];
    int furthest = std::numeric_limits<int>::min();
    for (int y = 0; y < static_cast<int>(rows.size()); ++y) {
      const Span& row = rows[static_cast<std::size_t>(y)];
      if (row.first == row.last) continue;
      const int x = right < 0 ? row.first : row.last, edge = down < 0 ? y : y + 1;
      if (right * x + down * edge <= furthest) continue;
      furthest = right * x + down * edge;
      corners[corner] = {static_cast<double>(x), static_cast<double>(edge)};
    }
  }
  return corners;
}

/// The columns between a quadrangle's sides at a height.
Span span_at(const std::array<Corner, 4>& corners, double y) {
  double first = std::numeric_limits<double>::infinity(), last = -first;
  for (std::size_t side = 0; side < 4; ++side) {
    const Corner &from = corners[side], &to = corners[(side + 1) % 4];
    if ((from.y <= y) == (to.y <= y)) continue;
    const double x = from.x + (to.x - from.x) * (y - from.y) / (to.y - from.y);
    first = std::min(first, x);
    last = std::max(last, x);
  }
  return first < last ? Span{static_cast<int>(std::lround(first)), static_cast<int>(std::lround(last))}
                      : Span{};
}

/// The share of an area by which it differs from the quadrangle between its corners.
double misfit(const std::vector<Span>& rows) {
  const std::array<Corner, 4> corners = corners_of(rows);
  double difference = 0;
  for (std::size_t y = 0; y < rows.size(); ++y) {
    const Span expected = span_at(corners, static_cast<double>(y) + 0.5);
    const bool apart = rows[y].last <= expected.first || expected.last <= rows[y].first;
    difference += apart ? rows[y].last - rows[y].first + expected.last - expected.first
                        : std::abs(rows[y].first - expected.first) + std::abs(rows[y].last - expected.last);
  }
  return difference / std::max(1.0, area_of(rows));
}

/// The pixels in these rows that are darker than paper. Paper may be enclosed by printed frames.
double count_dark(const std::vector<Span>& rows, const GreyImage& picture, int grey) {
  double dark = 0;
  for (std::size_t y = 0; y < rows.size(); ++y) {
    const std::uint8_t* const row = picture.row(static_cast<int>(y));
    dark += static_cast<double>(std::count_if(row + rows[y].first, row + rows[y].last,
                                              [grey](std::uint8_t pixel) { return pixel <= grey; }));
  }
  return dark;
}

/// Whether the pixels between the outermost ones of each row are an area of paper with so much ink on it.
bool is_sheet(const std::vector<Span>& rows, const GreyImage& picture, int grey, double min_ink) {
  constexpr double min_share = 0.2, max_share = 0.97, max_ink = 0.25, max_misfit = 0.08;
  const double all = static_cast<double>(picture.pixels.size()), sheet = area_of(rows);
  const double ink = count_dark(rows, picture, grey) / std::max(1.0, sheet);
  return sheet >= min_share * all && sheet <= max_share * all && ink >= min_ink && ink <= max_ink &&
         misfit(rows) <= max_misfit;
}

/// Whether something darker is on at least three sides, unlike a shadow that falls over a sheet.
bool has_surroundings(const std::vector<Span>& rows, int width) {
  constexpr double min_dark = 0.5;  // of a side of the picture
  const auto dark_columns = [width](const Span& row) { return width - (row.last - row.first); };
  const auto height = static_cast<double>(rows.size());
  const auto left =
      std::ranges::count_if(rows, [](const Span& row) { return row.first > 0 || row.last == 0; });
  const auto right = std::ranges::count_if(rows, [width](const Span& row) { return row.last < width; });
  return (dark_columns(rows.front()) >= min_dark * width) + (dark_columns(rows.back()) >= min_dark * width) +
             (static_cast<double>(left) >= min_dark * height) +
             (static_cast<double>(right) >= min_dark * height) >=
         3;
}

/// The same area by columns: in each, the rows from its first to its last.
std::vector<Span> columns_of(const std::vector<Span>& rows, int width) {
  const int height = static_cast<int>(rows.size());
  std::vector<Span> columns(static_cast<std::size_t>(width), {height, 0});
  for (int y = 0; y < height; ++y) {
    const Span& row = rows[static_cast<std::size_t>(y)];
    for (int x = row.first; x < row.last; ++x) {
      Span& column = columns[static_cast<std::size_t>(x)];
      column = {std::min(column.first, y), y + 1};
    }
  }
  return columns;
}

/// By how much an area is lighter than what lies a little beyond its edge, further than a printed line is
/// wide: the median over its sides.
int edge_contrast(const std::vector<Span>& rows, const GreyImage& picture) {
  constexpr int inside = 3, outside = 5;
  std::vector<int> differences;
  const auto compare = [&](const Span& span, int end, const auto& grey_at) {
    if (span.last - span.first <= 2 * inside) return;
    if (span.first >= outside)
      differences.push_back(grey_at(span.first + inside) - grey_at(span.first - outside));
    if (span.last + outside <= end)
      differences.push_back(grey_at(span.last - 1 - inside) - grey_at(span.last - 1 + outside));
  };
  for (int y = 0; y < picture.height; ++y)
    compare(rows[static_cast<std::size_t>(y)], picture.width, [&](int x) { return picture.at(x, y); });
  const std::vector<Span> columns = columns_of(rows, picture.width);
  for (int x = 0; x < picture.width; ++x)
    compare(columns[static_cast<std::size_t>(x)], picture.height, [&](int y) { return picture.at(x, y); });
  return differences.empty() ? 0 : median(differences);
}

}  // namespace

std::optional<Sheet> find_sheet(const GreyImage& picture, bool may_be_blank) {
  constexpr int min_side = 100, reduced_side = 300;
  if (std::min(picture.width, picture.height) < min_side) return std::nullopt;
  const int factor = 1 + std::max(picture.width, picture.height) / reduced_side;
  const GreyImage small = downscale(picture, factor);
  const int grey = separating_grey(small);
  if (grey < 0) return std::nullopt;
  const std::vector<Span> rows = spans_of(largest_area(small, grey), small);
  constexpr int min_contrast = 20;  // light that falls off is no edge
  const double min_ink = may_be_blank ? 0 : 0.003;
  if (!is_sheet(rows, small, grey, min_ink) || !has_surroundings(rows, small.width) ||
      edge_contrast(rows, small) < min_contrast)
    return std::nullopt;
  constexpr int margin = 2;  // reduced pixels, for the edge's shadow
  Sheet sheet;
  sheet.rows.resize(static_cast<std::size_t>(picture.height));
  for (int y = 0; y < picture.height; ++y) {
    const int row = y / factor, first_row = std::max(0, row - margin);
    const int last_row = std::min(small.height - 1, row + margin);
    Span span{0, small.width};
    for (int near = first_row; near <= last_row; ++near) {
      const Span& other = rows[static_cast<std::size_t>(near)];
      span = {std::max(span.first, other.first), std::min(span.last, other.last)};
    }
    if (span.first > 0) span.first += margin;
    if (span.last < small.width) span.last -= margin;
    if (span.first < span.last)
      sheet.rows[static_cast<std::size_t>(y)] = {span.first * factor,
                                                 std::min(span.last * factor, picture.width)};
  }
  return sheet;
}

GreyImage without_surroundings(GreyImage picture, const Sheet& sheet) {
  std::vector<std::uint8_t> edge;
  for (int y = 0; y < picture.height; ++y) {
    const Span& row = sheet.rows[static_cast<std::size_t>(y)];
    if (row.first < row.last)
      edge.insert(edge.end(), {picture.at(row.first, y), picture.at(row.last - 1, y)});
  }
  if (edge.empty()) return picture;
  const std::uint8_t usual = median(edge);
  for (int y = 0; y < picture.height; ++y) {
    const Span& row = sheet.rows[static_cast<std::size_t>(y)];
    const bool empty = row.first >= row.last;
    auto* pixels = &picture.pixels[picture.index(0, y)];
    std::fill(pixels, pixels + (empty ? picture.width : row.first), empty ? usual : pixels[row.first]);
    if (!empty) std::fill(pixels + row.last, pixels + picture.width, pixels[row.last - 1]);
  }
  return picture;
}

}  // namespace inkling::picture
