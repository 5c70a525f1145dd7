// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "core/form/FormLayout.h"
#include "core/picture/GreyImage.h"

namespace inkling::form {

/// Erases the outlines of boxes, except where a stroke crosses, touches or follows them: there they have more
/// ink than elsewhere. A contrast above `noise_floor` is ink.
void erase_printed_lines(picture::GreyImage& contrast, const std::vector<Area>& boxes, int noise_floor);

}  // namespace inkling::form
