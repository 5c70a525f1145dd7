// SPDX-License-Identifier: MIT
#include "core/form/RectifiedPage.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <span>

#include "core/base/Median.h"
#include "core/picture/Morphology.h"

namespace inkling::form {

namespace {

using picture::GreyImage;

/// A crop of a picture, downscaled by an integer factor.
struct SourcePart {
  GreyImage image = {};
  int left = 0, top = 0;  // in the picture
  int factor = 1;
};

/// The bounding box of `area` in a picture, with a margin of a downscaled pixel.
SourcePart source_around(const GreyImage& picture, const Homography& to_picture, const Area& area,
                         int factor) {
  double left = picture.width, top = picture.height, right = 0, bottom = 0;
  for (const Position corner : {Position{area.left, area.top},
                                {area.right, area.top},
                                {area.right, area.bottom},
                                {area.left, area.bottom}}) {
    const Position place = to_picture(corner);
    left = std::min(left, place.x), right = std::max(right, place.x);
    top = std::min(top, place.y), bottom = std::max(bottom, place.y);
  }
  const auto inside = [&](double place, int side) {
    return static_cast<int>(std::clamp(place, 0.0, static_cast<double>(side)));
  };
  SourcePart part{.image = {},
                  .left = inside(left - factor, picture.width - 1),
                  .top = inside(top - factor, picture.height - 1),
                  .factor = factor};
  const int width = std::max(1, inside(right + factor + 1, picture.width) - part.left),
            height = std::max(1, inside(bottom + factor + 1, picture.height) - part.top);
  part.image = picture::downscale(picture::cropped(picture, part.left, part.top, width, height), factor);
  return part;
}

/// Bilinear interpolation. Beyond the image, its edge is repeated.
std::uint8_t grey_at(const GreyImage& image, float x, float y) {
  constexpr int one = 256;  // fixed-point unit of the weights
  const int place_x = static_cast<int>(std::clamp(x - 0.5f, 0.0f, static_cast<float>(image.width - 1)) * one),
            place_y =
                static_cast<int>(std::clamp(y - 0.5f, 0.0f, static_cast<float>(image.height - 1)) * one);
  const int left = place_x / one, right_share = place_x % one, lower_share = place_y % one;
  const int step = left + 1 < image.width ? 1 : 0;
  const std::uint8_t* upper = &image.pixels[image.index(left, place_y / one)];
  const std::uint8_t* lower = place_y / one + 1 < image.height ? upper + image.width : upper;
  const int above = upper[0] * (one - right_share) + upper[step] * right_share,
            below = lower[0] * (one - right_share) + lower[step] * right_share;
  return static_cast<std::uint8_t>((above * (one - lower_share) + below * lower_share + one * one / 2) /
                                   (one * one));
}

/// 255 / grey in fixed point, with 16 fractional bits, rounded up.
constexpr auto inverse_greys = [] {
  std::array<std::uint32_t, 256> inverses{};
  for (std::uint32_t grey = 1; grey < inverses.size(); ++grey)
    inverses[grey] = (255 * 65536 + grey - 1) / grey;
  return inverses;
}();

/// How much darker a pixel is than the paper: 255 * (paper - grey) / paper, at least 0.
std::uint8_t contrast_of(int grey, int paper) {
  const auto darker = static_cast<std::uint32_t>(std::max(0, paper - grey));
  return static_cast<std::uint8_t>((darker * inverse_greys[static_cast<std::size_t>(paper)]) >> 16);
}

/// In pixels.
struct Offset {
  double x = 0, y = 0;
};

/// The boxes of a field in a row, which are shifted together. `end` is exclusive.
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

/// Finds the offset at which the outlines of some boxes lie on most ink. Rows and columns are independent.
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

  /// The contrast along a line that is two pixels wide, one on each side of `y`.
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

/// The median offset of a group and its nearest neighbours, as a single one may have followed a stroke.
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

GreyImage rectify(const GreyImage& picture, const Homography& to_picture, const Area& area,
                  double pixels_per_millimetre) {
  constexpr int run = 16;  // pixels over which the homography is interpolated linearly
  const int width = static_cast<int>(std::lround(area.width() * pixels_per_millimetre)),
            height = static_cast<int>(std::lround(area.height() * pixels_per_millimetre));
  // Downscaling a picture of a higher resolution averages its noise.
  const Position middle{(area.left + area.right) / 2, (area.top + area.bottom) / 2};
  const double scale = std::sqrt(to_picture.area_scale(middle)) / pixels_per_millimetre;
  const int factor = std::clamp(static_cast<int>(scale + 0.3), 1, 16);
  const SourcePart source = source_around(picture, to_picture, area, factor);
  const auto place_of = [&](int x, int y) {
    const Position place = to_picture(
        {area.left + (x + 0.5) / pixels_per_millimetre, area.top + (y + 0.5) / pixels_per_millimetre});
    return Position{(place.x - source.left) / factor, (place.y - source.top) / factor};
  };
  GreyImage result = GreyImage::black(width, height);
  for (int y = 0; y < height; ++y) {
    Position start = place_of(0, y);
    for (int left = 0; left < width; left += run) {
      const Position end = place_of(left + run, y);
      const auto step_x = static_cast<float>((end.x - start.x) / run),
                 step_y = static_cast<float>((end.y - start.y) / run);
      for (int x = left; x < std::min(left + run, width); ++x) {
        const auto steps = static_cast<float>(x - left);
        result.at(x, y) = grey_at(source.image, static_cast<float>(start.x) + steps * step_x,
                                  static_cast<float>(start.y) + steps * step_y);
      }
      start = end;
    }
  }
  return result;
}

GreyImage contrast_to_paper(const GreyImage& picture, int reach, int darkest_paper) {
  constexpr int block = 3;  // the paper's grey is estimated per block of 3x3 pixels
  const GreyImage paper = picture::close_dark(picture::downscale(picture, block), reach / block);
  GreyImage contrast = picture;
  for (int y = 0; y < picture.height; ++y) {
    std::uint8_t* row = &contrast.pixels[contrast.index(0, y)];
    for (int column = 0; column < paper.width; ++column) {
      const int light = std::max<int>(paper.at(column, y / block), darkest_paper);
      const int end = std::min((column + 1) * block, picture.width);
      for (int x = column * block; x < end; ++x) row[x] = contrast_of(row[x], light);
    }
  }
  return contrast;
}

GreyImage contrast_to_paper(const GreyImage& page) {
  constexpr int darkest_paper = 32;
  // Strokes and filled-in ticks are narrower than twice this.
  const int reach = static_cast<int>(4.5 * page_scale);
  return contrast_to_paper(page, reach, darkest_paper);
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
