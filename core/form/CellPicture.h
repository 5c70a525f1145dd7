// SPDX-License-Identifier: MIT
#pragma once

#include "core/form/Homography.h"
#include "core/picture/GreyImage.h"

namespace inkling::form {

/// A cell of a form, with these corners in a picture, and some paper around it as seen from above, for a
/// person to check. It is about as large as it is in the picture.
picture::GreyImage cell_picture(const picture::GreyImage& picture, const Homography::Quad& corners);

}  // namespace inkling::form
