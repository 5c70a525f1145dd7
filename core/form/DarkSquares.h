// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "core/form/Homography.h"
#include "core/picture/GreyImage.h"

namespace inkling::form {

/// A dark area that may be a corner mark.
struct DarkSquare {
  Position middle;
  double area = 0;  // the hole's included
  bool has_hole = false;
};

/// The largest dark squares of a picture that are wholly in it, seen in perspective, and those with a square
/// hole of this share of their area.
std::vector<DarkSquare> find_dark_squares(const picture::GreyImage& picture, double hole_share);

}  // namespace inkling::form
