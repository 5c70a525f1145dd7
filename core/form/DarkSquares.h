// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "core/form/Homography.h"
#include "core/picture/GreyImage.h"

namespace inkling::form {

/// A dark area that may be a corner mark.
struct DarkSquare {
  Position middle;
  double area = 0;  // including the hole
  bool has_hole = false;
};

/// The largest dark squares that lie completely in a picture, with or without a square hole, in perspective.
/// `hole_share` is the hole's share of the area.
std::vector<DarkSquare> find_dark_squares(const picture::GreyImage& picture, double hole_share);

}  // namespace inkling::form
