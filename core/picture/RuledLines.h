// SPDX-License-Identifier: MIT
#pragma once

#include "core/picture/GreyImage.h"

namespace inkling::picture {

/// Removes the horizontal lines of ruled paper from an ink mask. Strokes that cross a line keep their ink.
/// Lines that are hardly longer than the writing is high are taken for strokes and kept.
GreyImage remove_ruled_lines(GreyImage ink);

}  // namespace inkling::picture
