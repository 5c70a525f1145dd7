// SPDX-License-Identifier: MIT
#pragma once

#include "core/form/Homography.h"
#include "core/picture/GreyImage.h"

namespace inkling::form {

/// A rectified crop of the cell with these corners, with a margin, at about the picture's resolution. It is
/// for the person who reviews the cell. Empty if the corners are degenerate.
picture::GreyImage cell_picture(const picture::GreyImage& picture, const Homography::Quad& corners);

}  // namespace inkling::form
