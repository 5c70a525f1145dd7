#pragma once

#include "core/picture/GreyImage.h"

namespace inkling::picture {

/// The ink of a picture (0 is paper) without the lines, straight across, that the paper is ruled with; where
/// a stroke crosses one its ink stays. Lines that are no longer than writing is high are taken for writing.
GreyImage remove_ruled_lines(GreyImage ink);

}  // namespace inkling::picture
