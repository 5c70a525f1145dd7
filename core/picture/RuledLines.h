// SPDX-License-Identifier: MIT
#pragma once

#include "core/picture/GreyImage.h"

namespace inkling::picture {

/// Removes printed lines in both directions from an ink mask: ruled and squared paper, margins, underlines,
/// and the frames of boxes. Strokes that cross a line keep their ink. A line that is hardly longer than the
/// writing is high, and no side of a box, is taken for a stroke and kept.
GreyImage remove_ruled_lines(GreyImage ink);

}  // namespace inkling::picture
