// SPDX-License-Identifier: MIT
#include "core/form/CornerMarks.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <limits>
#include <string>
#include <vector>

#include "core/form/DarkSquares.h"
#include "core/form/MissingMark.h"

namespace inkling::form {

namespace {

Position middle_of(const Area& area) {
  return {(area.left + area.right) / 2, (area.top + area.bottom) / 2};
}

/// Whether the corners are those of a convex area in clockwise order. y grows downwards.
bool is_clockwise(const Homography::Quad& quad) {
  for (std::size_t corner = 0; corner < 4; ++corner) {
    const Position a = quad[corner], b = quad[(corner + 1) % 4], c = quad[(corner + 2) % 4];
    if ((b.x - a.x) * (c.y - b.y) - (b.y - a.y) * (c.x - b.x) <= 0) return false;
  }
  return true;
}

/// How much the sizes of four squares differ from those of the mapped marks, or infinite if by too much.
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

/// Finds the four squares that match the marks best. The search is exhaustive: there are few squares.
class MarkMatcher {
 public:
  MarkMatcher(const FormLayout& layout, const std::vector<DarkSquare>& squares)
      : layout_(layout), squares_(squares) {}

  std::optional<Homography::Quad> match() {
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

  /// Allows for perspective, in which near marks are larger.
  static bool is_similar(double area, double other) { return area < 5 * other && other < 5 * area; }

  void consider(const std::array<const DarkSquare*, 4>& chosen) {
    Homography::Quad corners;
    std::ranges::transform(chosen, corners.begin(), [](const DarkSquare* square) { return square->middle; });
    if (!is_clockwise(corners)) return;
    const auto map = Homography::between(mark_middles(layout_), corners);
    if (!map) return;
    const double misfit = size_misfit(*map, layout_, chosen);
    if (!(misfit < min_misfit_)) return;
    min_misfit_ = misfit;
    best_ = corners;
  }

  const FormLayout& layout_;
  const std::vector<DarkSquare>& squares_;
  std::optional<Homography::Quad> best_;
  double min_misfit_ = std::numeric_limits<double>::infinity();
};

/// Three squares that may be marks, in the marks' order, if the mark `missing` can't be seen.
struct ThreeMarks {
  std::array<const DarkSquare*, 3> squares{};
  std::size_t missing = 0;
};

/// How much the triangle of three marks differs from the layout's. Infinite if it is mirrored.
double triangle_misfit(const FormLayout& layout, const ThreeMarks& marks) {
  const Homography::Quad middles = mark_middles(layout);
  std::array<Position, 3> expected;
  for (std::size_t corner = 0, next = 0; corner < 4; ++corner) {
    if (corner != marks.missing) expected[next++] = middles[corner];
  }
  const Position a = marks.squares[0]->middle, b = marks.squares[1]->middle, c = marks.squares[2]->middle;
  const double cross = (b.x - a.x) * (c.y - b.y) - (b.y - a.y) * (c.x - b.x);
  if (cross <= 0) return std::numeric_limits<double>::infinity();
  const double side = std::sqrt(marks.squares[0]->area) / layout.marks[0].width();
  double misfit = 0;
  for (std::size_t index = 0; index < 3; ++index) {
    const double seen = distance(marks.squares[index]->middle, marks.squares[(index + 1) % 3]->middle);
    misfit = std::max(
        misfit, std::abs(std::log(seen / (side * distance(expected[index], expected[(index + 1) % 3])))));
  }
  return misfit;
}

/// The three squares that match three of the marks best, if any do.
std::optional<ThreeMarks> find_three_marks(const FormLayout& layout, const std::vector<DarkSquare>& squares) {
  double min_misfit = std::log(1.5);
  std::optional<ThreeMarks> best;
  for (const DarkSquare& a : squares) {
    for (const DarkSquare& b : squares) {
      for (const DarkSquare& c : squares) {
        if (&a == &b || &b == &c || &a == &c || b.has_hole || c.has_hole) continue;
        for (std::size_t corner = a.has_hole ? 1 : 0; corner < (a.has_hole ? 4u : 1u); ++corner) {
          const ThreeMarks marks{{&a, &b, &c}, corner};
          const double misfit = triangle_misfit(layout, marks);
          if (misfit >= min_misfit) continue;
          min_misfit = misfit;
          best = marks;
        }
      }
    }
  }
  return best;
}

/// All four corners. The missing one is computed from the positions and areas of the others.
std::optional<Homography::Quad> completed_corners(const ThreeMarks& marks) {
  Homography::Quad corners{};
  std::array<double, 4> areas{};
  for (std::size_t corner = 0, next = 0; corner < 4; ++corner) {
    if (corner == marks.missing) continue;
    corners[corner] = marks.squares[next]->middle;
    areas[corner] = marks.squares[next++]->area;
  }
  const auto fourth = fourth_corner(corners, areas, marks.missing);
  if (!fourth) return std::nullopt;
  corners[marks.missing] = *fourth;
  return is_clockwise(corners) ? std::optional(corners) : std::nullopt;
}

/// `corners` are in a picture that was downscaled by `factor`.
Result<FoundMarks> found_marks(const FormLayout& layout, Homography::Quad corners, int factor,
                               std::optional<std::size_t> missing) {
  for (Position& corner : corners) corner = {corner.x * factor, corner.y * factor};
  const auto map = Homography::between(mark_middles(layout), corners);
  if (!map) return no_marks_error();
  return FoundMarks{*map, missing};
}

}  // namespace

Homography::Quad mark_middles(const FormLayout& layout) {
  Homography::Quad quad;
  std::ranges::transform(layout.marks, quad.begin(), middle_of);
  return quad;
}

Error no_marks_error() {
  return Error{"no sheet with four corner marks found. Photograph the whole sheet, sharp and without glare."}
      .with_code("noCornerMarks");
}

Error missing_mark_error(std::size_t corner) {
  constexpr std::array names = {"top left", "top right", "bottom right", "bottom left"};
  constexpr std::array keys = {"topLeft", "topRight", "bottomRight", "bottomLeft"};
  return Error{std::string("the corner mark at the ") + names[corner] +
               " of the sheet is missing. Photograph the whole sheet."}
      .with_code("cornerMarkMissing", {{"corner", std::string(keys[corner])}});
}

Result<FoundMarks> find_by_marks(const picture::GreyImage& picture, const FormLayout& layout) {
  const int factor = picture::downscale_factor(picture);
  const double hole = layout.mark_hole.width() / layout.marks[0].width();
  const std::vector<DarkSquare> squares = find_dark_squares(picture::downscale(picture, factor), hole * hole);
  if (const auto corners = MarkMatcher(layout, squares).match())
    return found_marks(layout, *corners, factor, std::nullopt);
  const auto three = find_three_marks(layout, squares);
  if (!three) return no_marks_error();
  const auto corners = completed_corners(*three);
  if (!corners) return no_marks_error();
  return found_marks(layout, *corners, factor, three->missing);
}

}  // namespace inkling::form
