// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstddef>
#include <optional>

#include "core/form/FormLayout.h"
#include "core/form/Homography.h"
#include "core/picture/GreyImage.h"

namespace inkling::form {

/// The corner `missing` of a rectangle seen in perspective, from the other three and the areas of equal
/// squares there: the further away, the smaller. None if no perspective shows them so.
std::optional<Position> fourth_corner(const Homography::Quad& corners, const std::array<double, 4>& areas,
                                      std::size_t missing);

/// Moves the mark `missing` by up to some millimetres to where the layout's boxes are on lines of the
/// picture.
Homography fitted_to_boxes(const picture::GreyImage& picture, const FormLayout& layout,
                           const Homography& to_picture, std::size_t missing);

}  // namespace inkling::form
