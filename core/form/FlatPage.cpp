// SPDX-License-Identifier: MIT
#include "core/form/FlatPage.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <span>

#include "core/base/Median.h"
#include "core/picture/Morphology.h"

namespace inkling::form {

namespace {

using picture::GreyImage;

/// The grey at a place between pixels; white outside the picture.
double grey_at(const GreyImage& picture, double x, double y) {
  x -= 0.5;
  y -= 0.5;
  if (!(x >= 0 && y >= 0 && x < picture.width - 1 && y < picture.height - 1)) return 255;
  const int left = static_cast<int>(x), top = static_cast<int>(y);
  const double right_share = x - left, lower_share = y - top;
  return std::lerp(std::lerp(picture.at(left, top), picture.at(left + 1, top), right_share),
                   std::lerp(picture.at(left, top + 1), picture.at(left + 1, top + 1), right_share),
                   lower_share);
}

/// A shift of boxes, in pixels.
struct Offset {
  double x = 0, y = 0;
};

/// Boxes that are shifted as one: those of a field in a row.
struct BoxGroup {
  std::size_t begin = 0, end = 0;
};

std::vector<BoxGroup> groups_of(std::span<const FormBox> boxes) {
  std::vector<BoxGroup> groups;
  for (std::size_t index = 0; index < boxes.size(); ++index) {
    const bool first = index == 0 || boxes[index].field != boxes[index - 1].field ||
                       boxes[index].row != boxes[index - 1].row;
    if (first) groups.push_back({index, index});
    groups.back().end = index + 1;
  }
  return groups;
}

Area scaled(const Area& area) {
  return {area.left * page_scale, area.top * page_scale, area.right * page_scale, area.bottom * page_scale};
}

Area shifted(const Area& area, Offset offset) {
  return {area.left + offset.x, area.top + offset.y, area.right + offset.x, area.bottom + offset.y};
}

/// Sums of the contrast along rows and columns of a window, so that lines can be tried at many places.
class LineSums {
 public:
  LineSums(const GreyImage& contrast, std::span<const FormBox> boxes, Offset start, int reach)
      : reach_(reach), rows_(count()), columns_(count()) {
    for (const FormBox& box : boxes) {
      const Area area = shifted(scaled(box.area), start);
      for (int step = -reach; step <= reach; ++step) {
        rows_[at(step)] +=
            row_sum(contrast, area, area.top + step) + row_sum(contrast, area, area.bottom + step);
        columns_[at(step)] +=
            column_sum(contrast, area, area.left + step) + column_sum(contrast, area, area.right + step);
      }
    }
  }

  Offset best() const {
    return {static_cast<double>(best_of(columns_)), static_cast<double>(best_of(rows_))};
  }

 private:
  std::size_t count() const { return static_cast<std::size_t>(2 * reach_ + 1); }
  std::size_t at(int step) const { return static_cast<std::size_t>(step + reach_); }

  /// The contrast of two pixels on both sides of a line, which is about as wide.
  static double row_sum(const GreyImage& contrast, const Area& area, double y) {
    const int row = static_cast<int>(std::lround(y));
    if (row < 1 || row >= contrast.height) return 0;
    double sum = 0;
    for (int x = std::max(0, static_cast<int>(area.left));
         x < std::min(contrast.width, static_cast<int>(area.right)); ++x)
      sum += contrast.at(x, row) + contrast.at(x, row - 1);
    return sum;
  }

  static double column_sum(const GreyImage& contrast, const Area& area, double x) {
    const int column = static_cast<int>(std::lround(x));
    if (column < 1 || column >= contrast.width) return 0;
    double sum = 0;
    for (int y = std::max(0, static_cast<int>(area.top));
         y < std::min(contrast.height, static_cast<int>(area.bottom)); ++y)
      sum += contrast.at(column, y) + contrast.at(column - 1, y);
    return sum;
  }

  int best_of(const std::vector<double>& sums) const {
    return static_cast<int>(std::ranges::max_element(sums) - sums.begin()) - reach_;
  }

  int reach_;
  std::vector<double> rows_, columns_;
};

/// The median of a group's offset and those near it, so that one that followed a stroke doesn't count.
Offset median_near(const std::vector<Offset>& offsets, std::span<const FormBox> boxes,
                   const std::vector<BoxGroup>& groups, std::size_t group) {
  constexpr std::size_t neighbours = 9;
  const Area& here = boxes[groups[group].begin].area;
  std::vector<std::pair<double, std::size_t>> by_distance;
  for (std::size_t other = 0; other < groups.size(); ++other) {
    const Area& there = boxes[groups[other].begin].area;
    by_distance.emplace_back(std::hypot(there.left - here.left, there.top - here.top), other);
  }
  const std::size_t count = std::min(neighbours, by_distance.size());
  std::ranges::partial_sort(by_distance, by_distance.begin() + static_cast<std::ptrdiff_t>(count));
  std::vector<double> x, y;
  for (std::size_t index = 0; index < count; ++index) {
    x.push_back(offsets[by_distance[index].second].x);
    y.push_back(offsets[by_distance[index].second].y);
  }
  return {median(x), median(y)};
}

}  // namespace

GreyImage straightened(const GreyImage& picture, const Homography& to_picture, const Area& area,
                       double pixels_per_millimetre) {
  const int width = static_cast<int>(std::lround(area.width() * pixels_per_millimetre)),
            height = static_cast<int>(std::lround(area.height() * pixels_per_millimetre));
  // A picture of a higher resolution is shrunk first, which averages its noise.
  const Position middle{(area.left + area.right) / 2, (area.top + area.bottom) / 2};
  const double scale = std::sqrt(to_picture.area_scale(middle)) / pixels_per_millimetre;
  const int factor = std::clamp(static_cast<int>(scale + 0.3), 1, 16);
  const GreyImage source = picture::downscale(picture, factor);
  GreyImage result = GreyImage::black(width, height);
  for (int y = 0; y < height; ++y) {
    for (int x = 0; x < width; ++x) {
      const Position place = to_picture(
          {area.left + (x + 0.5) / pixels_per_millimetre, area.top + (y + 0.5) / pixels_per_millimetre});
      result.at(x, y) =
          static_cast<std::uint8_t>(std::lround(grey_at(source, place.x / factor, place.y / factor)));
    }
  }
  return result;
}

GreyImage contrast_between(const GreyImage& page, const GreyImage& paper, int darkest_paper) {
  GreyImage contrast = page;
  for (std::size_t index = 0; index < contrast.pixels.size(); ++index) {
    const int light = std::max<int>(paper.pixels[index], darkest_paper);
    contrast.pixels[index] = static_cast<std::uint8_t>(255 * std::max(0, light - page.pixels[index]) / light);
  }
  return contrast;
}

GreyImage contrast_to_paper(const GreyImage& page) {
  constexpr int darkest_paper = 32;
  const int reach = static_cast<int>(4.5 * page_scale);  // strokes are narrower, and so are filled ticks
  return contrast_between(page, picture::close_dark(picture::box_blur(page, 1), reach), darkest_paper);
}

std::vector<Area> locate_boxes(const GreyImage& contrast, const FormLayout& layout) {
  const int far = static_cast<int>(1.7 * page_scale), near = static_cast<int>(0.5 * page_scale);
  const std::span<const FormBox> boxes = layout.boxes;
  const std::vector<BoxGroup> groups = groups_of(boxes);
  const auto boxes_of = [&](const BoxGroup& group) {
    return boxes.subspan(group.begin, group.end - group.begin);
  };
  std::vector<Offset> offsets;
  for (const BoxGroup& group : groups) offsets.push_back(LineSums(contrast, boxes_of(group), {}, far).best());
  std::vector<Area> areas;
  for (std::size_t index = 0; index < groups.size(); ++index) {
    const Offset start = median_near(offsets, boxes, groups, index);
    const Offset more = LineSums(contrast, boxes_of(groups[index]), start, near).best();
    for (const FormBox& box : boxes_of(groups[index]))
      areas.push_back(shifted(scaled(box.area), {start.x + more.x, start.y + more.y}));
  }
  return areas;
}

}  // namespace inkling::form
