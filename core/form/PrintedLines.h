// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "core/form/FormLayout.h"
#include "core/picture/GreyImage.h"

namespace inkling::form {

/// Erases the outlines of boxes, but for where a stroke crosses or touches them or goes along them: there is
/// more ink than the lines have elsewhere. What is above `noise_floor` is no paper.
void erase_printed_lines(picture::GreyImage& contrast, const std::vector<Area>& boxes, int noise_floor);

}  // namespace inkling::form
