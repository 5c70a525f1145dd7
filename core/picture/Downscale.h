#pragma once

#include "core/picture/GreyImage.h"

namespace inkling::picture {

/// How many times smaller, in both directions, a picture is read than it is: once, up to 1,200 pixels a side.
int downscale_factor(const GreyImage& picture);

/// The picture so much smaller, by averages over squares.
GreyImage downscaled(const GreyImage& picture);

}  // namespace inkling::picture
