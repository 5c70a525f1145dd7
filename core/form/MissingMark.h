// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstddef>
#include <optional>

#include "core/form/FormLayout.h"
#include "core/form/Homography.h"
#include "core/picture/GreyImage.h"

namespace inkling::form {

/// The corner `missing` of a rectangle in perspective, from the other three, and from the areas that equal
/// squares at these have. None if no perspective is consistent with the areas.
std::optional<Position> fourth_corner(const Homography::Quad& corners, const std::array<double, 4>& areas,
                                      std::size_t missing);

/// Refines a homography by moving the mark `missing` by up to a few millimetres, so that the layout's boxes
/// match the lines in the picture.
Homography fit_to_boxes(const picture::GreyImage& picture, const FormLayout& layout,
                        const Homography& to_picture, std::size_t missing);

/// Whether the layout's boxes match lines in the picture: those that lie in it, and most do.
bool boxes_match(const picture::GreyImage& picture, const FormLayout& layout, const Homography& to_picture);

}  // namespace inkling::form
