// SPDX-License-Identifier: MIT
#include "core/form/DarkSquares.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <optional>

#include "core/form/RectifiedPage.h"
#include "core/picture/ConnectedComponents.h"
#include "core/picture/Morphology.h"

namespace inkling::form {

namespace {

/// A mask of what is much darker than the paper around it.
picture::GreyImage dark_areas(const picture::GreyImage& picture) {
  constexpr int min_contrast = 90, darkest_paper = 24;
  const picture::GreyImage smooth = picture::box_blur(picture, 1);
  const int reach = std::max(picture.width, picture.height) / 32;  // a mark is narrower than twice this
  picture::GreyImage dark = contrast_to_paper(smooth, reach, darkest_paper);
  for (std::uint8_t& pixel : dark.pixels) pixel = pixel >= min_contrast ? 255 : 0;
  return dark;
}

/// The area, centroid and central second moments of a component.
struct AreaMoments {
  double area = 0, x = 0, y = 0, xx = 0, yy = 0, xy = 0;

  AreaMoments(const picture::Component& component, int width) {
    for (const std::uint32_t pixel : component.pixels) {
      const int column = static_cast<int>(pixel) % width, row = static_cast<int>(pixel) / width;
      const double px = column + 0.5, py = row + 0.5;
      area += 1;
      x += px;
      y += py;
      xx += px * px;
      yy += py * py;
      xy += px * py;
    }
    x /= area;
    y /= area;
    xx = xx / area - x * x;
    yy = yy / area - y * y;
    xy = xy / area - x * y;
  }

  /// The area relative to that of the parallelogram with the same second moments: 1 for any parallelogram,
  /// less for shapes with holes, arms or ragged edges.
  double compactness() const { return area / (12 * std::sqrt(std::max(1e-9, xx * yy - xy * xy))); }

  /// The ratio of the longer axis to the shorter one.
  double elongation() const {
    const double mean = (xx + yy) / 2, difference = std::hypot((xx - yy) / 2, xy);
    return std::sqrt((mean + difference) / std::max(1e-9, mean - difference));
  }
};

bool is_cut_off(const ink::Bounds& bounds, const picture::GreyImage& picture) {
  return bounds.left <= 0 || bounds.top <= 0 || bounds.right >= picture.width ||
         bounds.bottom >= picture.height;
}

/// A dark area as a square, if it has the shape of one in perspective, with or without a hole.
std::optional<DarkSquare> as_square(const picture::Component& component, const picture::GreyImage& dark,
                                    double hole_share) {
  constexpr double min_side = 6, max_elongation = 3, tolerance = 0.13;
  const ink::Bounds& bounds = component.part.bounds;
  if (bounds.longest_side() < min_side || is_cut_off(bounds, dark)) return std::nullopt;
  const AreaMoments moments(component, dark.width);
  if (moments.elongation() > max_elongation) return std::nullopt;
  const bool has_hole = dark.at(static_cast<int>(moments.x), static_cast<int>(moments.y)) == 0;
  const double hole = has_hole ? hole_share : 0;
  const double expected = (1 - hole) * (1 - hole) / (1 - hole * hole);
  if (std::abs(moments.compactness() / expected - 1) > (has_hole ? 2 : 1) * tolerance) return std::nullopt;
  return DarkSquare{{moments.x, moments.y}, moments.area / (1 - hole), has_hole};
}

}  // namespace

std::vector<DarkSquare> find_dark_squares(const picture::GreyImage& picture, double hole_share) {
  constexpr std::size_t max_squares = 24;
  const picture::GreyImage dark = dark_areas(picture);
  std::vector<DarkSquare> squares;
  for (const picture::Component& component : picture::connected_components(dark)) {
    if (const auto square = as_square(component, dark, hole_share)) squares.push_back(*square);
  }
  std::ranges::sort(squares, std::ranges::greater(), &DarkSquare::area);
  if (squares.size() > max_squares) squares.resize(max_squares);
  return squares;
}

}  // namespace inkling::form
