#pragma once

#include "core/ink/GreyImage.h"

namespace inkling {

/// How many times smaller, in both directions, a picture is read than it is: once, up to 1,200 pixels a side.
int shrinkage(const GreyImage& picture);

/// The picture so much smaller, by averages over squares.
GreyImage shrunk(const GreyImage& picture);

}  // namespace inkling
