// SPDX-License-Identifier: MIT
#include "core/form/FrameOutline.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <vector>

#include "core/form/RectifiedPage.h"
#include "core/picture/ConnectedComponents.h"
#include "core/picture/Sheet.h"

namespace inkling::form {

namespace {

using picture::GreyImage;

/// Keeps the outermost points in the four diagonal directions.
class OuterCorners {
 public:
  void include(double x, double y) {
    constexpr double signs[4][2] = {{-1, -1}, {1, -1}, {1, 1}, {-1, 1}};
    for (std::size_t corner = 0; corner < 4; ++corner) {
      const double out = signs[corner][0] * x + signs[corner][1] * y;
      if (out <= furthest_[corner]) continue;
      furthest_[corner] = out;
      corners_[corner] = {x, y};
    }
  }

  const Homography::Quad& corners() const { return corners_; }

 private:
  Homography::Quad corners_{};
  std::array<double, 4> furthest_{-lowest, -lowest, -lowest, -lowest};
  static constexpr double lowest = std::numeric_limits<double>::max();
};

double quad_area(const Homography::Quad& quad) {
  double sum = 0;
  for (std::size_t corner = 0; corner < 4; ++corner) {
    const Position a = quad[corner], b = quad[(corner + 1) % 4];
    sum += a.x * b.y - a.y * b.x;
  }
  return sum / 2;
}

/// The share of a straight line that has ink on it or a few pixels away, as paper isn't perfectly flat.
double inked_share(const GreyImage& ink, Position from, Position to) {
  constexpr int steps = 200;
  const int reach = std::max(2, std::max(ink.width, ink.height) / 150);
  int inked = 0;
  for (int step = 0; step < steps; ++step) {
    const int x = static_cast<int>(std::lerp(from.x, to.x, (step + 0.5) / steps)),
              y = static_cast<int>(std::lerp(from.y, to.y, (step + 0.5) / steps));
    bool found = false;
    for (int near_y = std::max(0, y - reach); near_y <= std::min(ink.height - 1, y + reach); ++near_y) {
      for (int near_x = std::max(0, x - reach); near_x <= std::min(ink.width - 1, x + reach); ++near_x)
        found |= ink.at(near_x, near_y) > 0;
    }
    inked += found;
  }
  return static_cast<double>(inked) / steps;
}

bool is_frame(const GreyImage& ink, const Homography::Quad& corners) {
  constexpr double min_inked = 0.85;
  for (std::size_t side = 0; side < 4; ++side) {
    if (inked_share(ink, corners[side], corners[(side + 1) % 4]) < min_inked) return false;
  }
  return true;
}

/// Printed lines and writing, but not what is dark far and wide: a table around the sheet is no frame.
GreyImage narrow_ink(const GreyImage& picture) {
  constexpr int darkest_paper = 32, min_contrast = 40;
  const int widest_line = std::max(picture.width, picture.height) / 60;
  GreyImage ink = contrast_to_paper(picture, widest_line / 2, darkest_paper);
  for (std::uint8_t& pixel : ink.pixels) pixel = pixel >= min_contrast ? 255 : 0;
  return ink;
}

std::optional<Homography::Quad> frame_corners(const GreyImage& picture) {
  constexpr double min_share = 0.1;   // of the picture
  constexpr double max_filled = 0.4;  // by ink: more is an area, such as a shadow
  const GreyImage ink = narrow_ink(picture);
  double largest = min_share * static_cast<double>(picture.pixels.size());
  std::optional<Homography::Quad> frame;
  for (const picture::Component& component : picture::connected_components(ink)) {
    OuterCorners outer;
    for (const std::uint32_t pixel : component.pixels) {
      const int x = static_cast<int>(pixel) % ink.width, y = static_cast<int>(pixel) / ink.width;
      outer.include(x + 0.5, y + 0.5);
    }
    const double area = quad_area(outer.corners());
    if (area <= largest || static_cast<double>(component.pixels.size()) > max_filled * area ||
        !is_frame(ink, outer.corners()))
      continue;
    largest = area;
    frame = outer.corners();
  }
  return frame;
}

std::optional<Homography::Quad> paper_corners(const GreyImage& picture) {
  const auto sheet = picture::find_sheet(picture, true);
  if (!sheet) return std::nullopt;
  OuterCorners outer;
  for (std::size_t row = 0; row < sheet->rows.size(); ++row) {
    const auto [first, last] = sheet->rows[row];
    if (first == last) continue;
    outer.include(first, static_cast<double>(row));
    outer.include(last, static_cast<double>(row));
  }
  return outer.corners();
}

}  // namespace

std::optional<Homography::Quad> anchor_corners(const GreyImage& picture, Anchor anchor) {
  if (anchor == Anchor::picture) {
    const double width = picture.width, height = picture.height;
    return Homography::Quad{{{0, 0}, {width, 0}, {width, height}, {0, height}}};
  }
  const int factor = picture::downscale_factor(picture);
  const GreyImage reduced = picture::downscale(picture, factor);
  auto corners = anchor == Anchor::frame ? frame_corners(reduced) : paper_corners(reduced);
  if (!corners) return std::nullopt;
  for (Position& corner : *corners) corner = {corner.x * factor, corner.y * factor};
  return corners;
}

}  // namespace inkling::form
