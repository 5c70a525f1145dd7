// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/Result.h"
#include "core/form/FormLayout.h"
#include "core/form/Homography.h"
#include "core/picture/GreyImage.h"

namespace inkling::form {

/// Finds a page by its corner marks in a photo or scan, turned by any angle, seen in perspective and unevenly
/// lit. The map takes the layout's millimetres to the picture's pixels. A missing mark is named in the error.
Result<Homography> find_by_marks(const picture::GreyImage& picture, const FormLayout& layout);

}  // namespace inkling::form
