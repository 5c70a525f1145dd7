// SPDX-License-Identifier: MIT
#pragma once

#include <optional>

#include "core/base/Digit.h"
#include "core/picture/GreyImage.h"

namespace inkling::picture {

/// Converts the ink mask of one digit to a 28x28 image the way MNIST's were made: every pixel above 0 counts
/// as ink; the ink is scaled by area averaging to fit a 20x20 box, aspect ratio kept, and shifted by whole
/// pixels to bring its centre of mass as close as possible to the centre. Ink that fills such a box keeps its
/// pixels: 69,983 of MNIST's 70,000 images come out unchanged. Of the rest, 16 have ink 19 pixels long and
/// one lies a pixel off. None if there is no ink.
std::optional<DigitImage> normalise(const GreyImage& ink);

}  // namespace inkling::picture
