// SPDX-License-Identifier: MIT
#include "core/form/MissingMark.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include "core/form/CornerMarks.h"
#include "core/form/RectifiedPage.h"
#include "core/picture/Morphology.h"

namespace inkling::form {

namespace {

using picture::GreyImage;

/// Sample points on the outlines of a layout's boxes, in millimetres. Each box is first scaled by `size`.
std::vector<Position> outline_points(const FormLayout& layout, double size = 1) {
  constexpr int points_a_side = 5;
  std::vector<Position> points;
  for (const FormBox& box : layout.boxes) {
    const double start = (1 - size) / 2, end = 1 - start;
    const double left = std::lerp(box.area.left, box.area.right, start),
                 right = std::lerp(box.area.left, box.area.right, end),
                 top = std::lerp(box.area.top, box.area.bottom, start),
                 bottom = std::lerp(box.area.top, box.area.bottom, end);
    for (int point = 0; point < points_a_side; ++point) {
      const double share = (point + 0.5) / points_a_side;
      const double x = std::lerp(left, right, share), y = std::lerp(top, bottom, share);
      points.insert(points.end(), {{x, top}, {x, bottom}, {left, y}, {right, y}});
    }
  }
  return points;
}

/// 0 outside the picture.
int ink_at(const GreyImage& ink, Position place) {
  const bool inside = place.x >= 0 && place.y >= 0 && place.x < ink.width && place.y < ink.height;
  return inside ? ink.at(static_cast<int>(place.x), static_cast<int>(place.y)) : 0;
}

/// Searches for the position of a corner that maximises the ink on the outlines of the boxes.
class CornerFit {
 public:
  CornerFit(const FormLayout& layout, const Homography::Quad& corners, std::size_t missing)
      : points_(outline_points(layout)),
        middles_(mark_middles(layout)),
        corners_(corners),
        missing_(missing) {}

  /// Tries all positions on a grid of up to `steps` steps in each direction.
  void search(const GreyImage& ink, double step, int steps) {
    const Position start = corners_[missing_];
    Position best = start;
    double max_ink = -1;
    for (int down = -steps; down <= steps; ++down) {
      for (int right = -steps; right <= steps; ++right) {
        corners_[missing_] = {start.x + right * step, start.y + down * step};
        const double sum = ink_on_outlines(ink);
        if (sum <= max_ink) continue;
        max_ink = sum;
        best = corners_[missing_];
      }
    }
    corners_[missing_] = best;
  }

  const Homography::Quad& corners() const { return corners_; }

 private:
  double ink_on_outlines(const GreyImage& ink) const {
    const auto map = Homography::between(middles_, corners_);
    if (!map) return 0;
    double sum = 0;
    for (const Position point : points_) sum += ink_at(ink, (*map)(point));
    return sum;
  }

  std::vector<Position> points_;
  Homography::Quad middles_, corners_;
  std::size_t missing_;
};

}  // namespace

std::optional<Position> fourth_corner(const Homography::Quad& corners, const std::array<double, 4>& areas,
                                      std::size_t missing) {
  // A homography divides positions by a depth that is linear on the page, and areas by the cube of the depth.
  const std::size_t before = (missing + 3) % 4, opposite = (missing + 2) % 4, after = (missing + 1) % 4;
  const auto depth = [&](std::size_t corner) { return 1 / std::cbrt(areas[corner]); };
  const double own_depth = depth(before) + depth(after) - depth(opposite);
  if (!(own_depth > 0)) return std::nullopt;
  const auto along = [&](double Position::* axis) {
    return (depth(before) * corners[before].*axis + depth(after) * corners[after].*axis -
            depth(opposite) * corners[opposite].*axis) /
           own_depth;
  };
  return Position{along(&Position::x), along(&Position::y)};
}

Homography fit_to_boxes(const GreyImage& picture, const FormLayout& layout, const Homography& to_picture,
                        std::size_t missing) {
  constexpr int coarse_reach = 4;
  const int factor = picture::downscale_factor(picture);
  const GreyImage ink = contrast_to_paper(picture::downscale(picture, factor));
  const Homography::Quad middles = mark_middles(layout);
  Homography::Quad corners;
  std::ranges::transform(middles, corners.begin(), [&](Position middle) {
    const Position place = to_picture(middle);
    return Position{place.x / factor, place.y / factor};
  });
  CornerFit fit(layout, corners, missing);
  fit.search(picture::box_blur(ink, coarse_reach), coarse_reach, 8);
  fit.search(picture::box_blur(ink, 1), 1.5, 4);
  fit.search(ink, 0.5, 3);
  corners = fit.corners();
  for (Position& corner : corners) corner = {corner.x * factor, corner.y * factor};
  return Homography::between(middles, corners).value_or(to_picture);
}

bool boxes_match(const GreyImage& picture, const FormLayout& layout, const Homography& to_picture) {
  const int factor = picture::downscale_factor(picture);
  const GreyImage ink = picture::box_blur(contrast_to_paper(picture::downscale(picture, factor)), 1);
  const auto sum = [&](double size) {
    double total = 0;
    for (const Position point : outline_points(layout, size)) {
      const auto [x, y] = to_picture(point);
      total += ink_at(ink, {x / factor, y / factor});
    }
    return total;
  };
  // Digits have ink inside the boxes, too. In photos the outlines have 1.3 times its amount or more if the
  // boxes match, and as much if they don't.
  return sum(1) > 1.2 * sum(0.6);
}

}  // namespace inkling::form
