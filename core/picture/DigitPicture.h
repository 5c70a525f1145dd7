#pragma once

#include <optional>

#include "core/ink/Ink.h"
#include "core/picture/GreyImage.h"

namespace inkling::picture {

/// A picture of one digit, 0 is black, as a network reads it. One of 28x28 keeps its pixels, turned to light
/// on black where it is dark on light. Of any other size the ink is found, made as thick as MNIST's and
/// fitted. Nothing where nothing stands out.
std::optional<DigitImage> digit_in(const GreyImage& picture);

/// Whether a picture has the size that networks read.
bool has_digit_size(const GreyImage& picture);

}  // namespace inkling::picture
