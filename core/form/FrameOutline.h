// SPDX-License-Identifier: MIT
#pragma once

#include <optional>

#include "core/form/Form.h"
#include "core/form/Homography.h"
#include "core/picture/GreyImage.h"

namespace inkling::form {

/// The corners of a custom form's anchor in a picture, clockwise from the top left. None if it isn't found.
/// The form may be rotated by up to about 40 degrees.
std::optional<Homography::Quad> anchor_corners(const picture::GreyImage& picture, Anchor anchor);

}  // namespace inkling::form
