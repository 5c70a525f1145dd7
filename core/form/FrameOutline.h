// SPDX-License-Identifier: MIT
#pragma once

#include <optional>

#include "core/form/Form.h"
#include "core/form/Homography.h"
#include "core/picture/GreyImage.h"

namespace inkling::form {

/// The corners of what a custom form is placed by, clockwise from the top left: its largest printed
/// frame, the sheet of paper, or the picture. None if it isn't there. Turned by up to about 40 degrees.
std::optional<Homography::Quad> anchor_corners(const picture::GreyImage& picture, Anchor anchor);

}  // namespace inkling::form
