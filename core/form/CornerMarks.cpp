// SPDX-License-Identifier: MIT
#include "core/form/CornerMarks.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <limits>
#include <optional>
#include <string>
#include <vector>

#include "core/form/FlatPage.h"
#include "core/picture/ConnectedComponents.h"
#include "core/picture/Morphology.h"

namespace inkling::form {

namespace {

/// A dark area that may be a corner mark.
struct DarkSquare {
  Position middle;
  double area = 0;  // the hole's included
  bool has_hole = false;
};

/// What is much darker than the paper around it.
picture::GreyImage dark_areas(const picture::GreyImage& picture) {
  constexpr int min_contrast = 90, darkest_paper = 24;
  const picture::GreyImage smooth = picture::box_blur(picture, 1);
  const int reach = std::max(picture.width, picture.height) / 32;  // a mark is narrower than twice this
  picture::GreyImage dark = contrast_between(smooth, picture::close_dark(smooth, reach), darkest_paper);
  for (std::uint8_t& pixel : dark.pixels) pixel = pixel >= min_contrast ? 255 : 0;
  return dark;
}

/// The first and second moments of an area.
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

  /// The area over that of the parallelogram with these second moments: 1 for any parallelogram, and less for
  /// whatever has holes, arms or a ragged edge.
  double compactness() const { return area / (12 * std::sqrt(std::max(1e-9, xx * yy - xy * xy))); }

  /// The longer axis over the shorter one.
  double elongation() const {
    const double mean = (xx + yy) / 2, difference = std::hypot((xx - yy) / 2, xy);
    return std::sqrt((mean + difference) / std::max(1e-9, mean - difference));
  }
};

/// A mark, if the shape of a dark area is that of one: a square seen in perspective, or one with a hole.
std::optional<DarkSquare> as_square(const picture::Component& component, const picture::GreyImage& dark,
                                    double hole_share) {
  constexpr double min_side = 6, max_elongation = 3, tolerance = 0.13;
  if (component.part.bounds.longest_side() < min_side) return std::nullopt;
  const AreaMoments moments(component, dark.width);
  if (moments.elongation() > max_elongation) return std::nullopt;
  const bool has_hole = dark.at(static_cast<int>(moments.x), static_cast<int>(moments.y)) == 0;
  const double hole = has_hole ? hole_share : 0;
  const double expected = (1 - hole) * (1 - hole) / (1 - hole * hole);
  if (std::abs(moments.compactness() / expected - 1) > (has_hole ? 2 : 1) * tolerance) return std::nullopt;
  return DarkSquare{{moments.x, moments.y}, moments.area / (1 - hole), has_hole};
}

std::vector<DarkSquare> find_squares(const picture::GreyImage& picture, double hole_share) {
  constexpr std::size_t most = 24;
  const picture::GreyImage dark = dark_areas(picture);
  std::vector<DarkSquare> squares;
  for (const picture::Component& component : picture::connected_components(dark)) {
    if (const auto square = as_square(component, dark, hole_share)) squares.push_back(*square);
  }
  std::ranges::sort(squares, std::ranges::greater(), &DarkSquare::area);
  if (squares.size() > most) squares.resize(most);
  return squares;
}

Position middle_of(const Area& area) {
  return {(area.left + area.right) / 2, (area.top + area.bottom) / 2};
}

Homography::Quad mark_middles(const FormLayout& layout) {
  Homography::Quad quad;
  std::ranges::transform(layout.marks, quad.begin(), middle_of);
  return quad;
}

/// Whether the corners are in clockwise order around a convex area; y grows downwards.
bool is_clockwise(const Homography::Quad& quad) {
  for (std::size_t corner = 0; corner < 4; ++corner) {
    const Position a = quad[corner], b = quad[(corner + 1) % 4], c = quad[(corner + 2) % 4];
    if ((b.x - a.x) * (c.y - b.y) - (b.y - a.y) * (c.x - b.x) <= 0) return false;
  }
  return true;
}

/// How far the sizes of four marks are from what a map makes of them; infinite for marks of another size.
double size_misfit(const Homography& map, const FormLayout& layout,
                   const std::array<const DarkSquare*, 4>& squares) {
  const double max_misfit = std::log(1.45);
  double sum = 0;
  for (std::size_t corner = 0; corner < 4; ++corner) {
    const Area& mark = layout.marks[corner];
    const double expected = map.area_scale(middle_of(mark)) * mark.width() * mark.height();
    const double misfit = std::abs(std::log(squares[corner]->area / expected));
    if (!(misfit <= max_misfit)) return std::numeric_limits<double>::infinity();
    sum += misfit;
  }
  return sum;
}

/// The best way to take four squares for the marks.
class MarkMatcher {
 public:
  MarkMatcher(const FormLayout& layout, const std::vector<DarkSquare>& squares)
      : layout_(layout), squares_(squares) {}

  std::optional<Homography> match() {
    for (const DarkSquare& first : squares_) {
      if (first.has_hole) match_rest({&first}, 1);
    }
    return best_;
  }

 private:
  void match_rest(std::array<const DarkSquare*, 4> chosen, std::size_t count) {
    if (count == 4) return consider(chosen);
    for (const DarkSquare& next : squares_) {
      if (next.has_hole || std::find(chosen.begin(), chosen.end(), &next) != chosen.end()) continue;
      if (!is_similar(next.area, chosen[0]->area)) continue;
      chosen[count] = &next;
      match_rest(chosen, count + 1);
      chosen[count] = nullptr;
    }
  }

  /// In perspective, the near marks are larger.
  static bool is_similar(double area, double other) { return area < 5 * other && other < 5 * area; }

  void consider(const std::array<const DarkSquare*, 4>& chosen) {
    Homography::Quad corners;
    std::ranges::transform(chosen, corners.begin(), [](const DarkSquare* square) { return square->middle; });
    if (!is_clockwise(corners)) return;
    const auto map = Homography::between(mark_middles(layout_), corners);
    if (!map) return;
    const double misfit = size_misfit(*map, layout_, chosen);
    if (!(misfit < least_misfit_)) return;
    least_misfit_ = misfit;
    best_ = map;
  }

  const FormLayout& layout_;
  const std::vector<DarkSquare>& squares_;
  std::optional<Homography> best_;
  double least_misfit_ = std::numeric_limits<double>::infinity();
};

double distance(Position a, Position b) {
  return std::hypot(a.x - b.x, a.y - b.y);
}

/// By how much the triangle of three marks differs from the layout's without the mark `missing`; infinite if
/// it is turned over or the marks are of another size.
double triangle_misfit(const FormLayout& layout, const std::array<const DarkSquare*, 3>& squares,
                       std::size_t missing) {
  const Homography::Quad middles = mark_middles(layout);
  std::array<Position, 3> expected;
  for (std::size_t corner = 0, next = 0; corner < 4; ++corner) {
    if (corner != missing) expected[next++] = middles[corner];
  }
  const Position a = squares[0]->middle, b = squares[1]->middle, c = squares[2]->middle;
  const double cross = (b.x - a.x) * (c.y - b.y) - (b.y - a.y) * (c.x - b.x);
  if (cross <= 0) return std::numeric_limits<double>::infinity();
  const double side = std::sqrt(squares[0]->area) / layout.marks[0].width();
  double misfit = 0;
  for (std::size_t index = 0; index < 3; ++index) {
    const double seen = distance(squares[index]->middle, squares[(index + 1) % 3]->middle);
    misfit = std::max(
        misfit, std::abs(std::log(seen / (side * distance(expected[index], expected[(index + 1) % 3])))));
  }
  return misfit;
}

/// The mark that is missing beside three others; none if no three are there.
std::optional<std::size_t> missing_mark(const FormLayout& layout, const std::vector<DarkSquare>& squares) {
  double least = std::log(1.5);
  std::optional<std::size_t> missing;
  for (const DarkSquare& a : squares) {
    for (const DarkSquare& b : squares) {
      for (const DarkSquare& c : squares) {
        if (&a == &b || &b == &c || &a == &c || b.has_hole || c.has_hole) continue;
        for (std::size_t corner = a.has_hole ? 1 : 0; corner < (a.has_hole ? 4u : 1u); ++corner) {
          const double misfit = triangle_misfit(layout, {&a, &b, &c}, corner);
          if (misfit >= least) continue;
          least = misfit;
          missing = corner;
        }
      }
    }
  }
  return missing;
}

Error marks_error(const FormLayout& layout, const std::vector<DarkSquare>& squares) {
  constexpr std::array names = {"top left", "top right", "bottom right", "bottom left"};
  if (const auto missing = missing_mark(layout, squares))
    return Error{std::string("the corner mark at the ") + names[*missing] +
                 " of the sheet is missing. Photograph the whole sheet."};
  return Error{"no sheet with four corner marks found. Photograph the whole sheet, sharp and without glare."};
}

}  // namespace

Result<Homography> find_by_marks(const picture::GreyImage& picture, const FormLayout& layout) {
  const int factor = picture::downscale_factor(picture);
  const double hole = layout.mark_hole.width() / layout.marks[0].width();
  const std::vector<DarkSquare> squares = find_squares(picture::downscale(picture, factor), hole * hole);
  const auto map = MarkMatcher(layout, squares).match();
  if (!map) return marks_error(layout, squares);
  Homography::Quad corners;
  const Homography::Quad middles = mark_middles(layout);
  std::ranges::transform(middles, corners.begin(), [&](Position middle) {
    const Position found = (*map)(middle);
    return Position{found.x * factor, found.y * factor};
  });
  return *Homography::between(middles, corners);
}

}  // namespace inkling::form
