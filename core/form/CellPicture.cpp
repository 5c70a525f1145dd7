// SPDX-License-Identifier: MIT
#include "core/form/CellPicture.h"

#include <algorithm>

#include "core/form/RectifiedPage.h"

namespace inkling::form {

picture::GreyImage cell_picture(const picture::GreyImage& picture, const Homography::Quad& corners) {
  constexpr double margin = 0.25;                  // of the cell's height
  constexpr double min_side = 24, max_side = 480;  // pixels, of each side
  const auto [a, b, c, d] = corners;
  const double width = std::clamp(std::max(distance(a, b), distance(c, d)), min_side, max_side),
               height = std::clamp(std::max(distance(b, c), distance(d, a)), min_side, max_side);
  const auto map = Homography::between({{{0, 0}, {width, 0}, {width, height}, {0, height}}}, corners);
  const double around = margin * height;
  if (!map) return {};
  return rectify(picture, *map, {-around, -around, width + around, height + around}, 1);
}

}  // namespace inkling::form
