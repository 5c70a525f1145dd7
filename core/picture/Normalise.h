#pragma once

#include <optional>

#include "core/ink/Ink.h"
#include "core/picture/GreyImage.h"

namespace inkling::picture {

/// Prepares a picture of one digit on clean paper (0) as MNIST's images were: what is inked, however faint,
/// scaled by area averaging into a box of 20x20 with its aspect kept, and moved by whole pixels until its
/// centre of mass is nearest to the middle of the 28x28. Ink that fills such a box already keeps its pixels:
/// of MNIST's 70,000 images 69,983 come out as they went in; the ink of 16 of the others is 19 pixels long,
/// one lies a pixel off its place. Nothing inked gives nothing.
std::optional<DigitImage> normalise(const GreyImage& picture);

}  // namespace inkling::picture
