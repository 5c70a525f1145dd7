// SPDX-License-Identifier: MIT
#pragma once

#include "core/picture/GreyImage.h"
#include "core/recognize/Recognizer.h"

namespace inkling::recognize {

/// Reads the digits in an upright picture, see picture::extract_ink(). No member of Recognizer, so that a
/// program that reads only ink is linked without the code for pictures.
Reading read_upright_picture(const Recognizer& recognizer, const picture::GreyImage& picture,
                             Recognizer::Memory& memory);

/// The same for a photo or scan that may be turned: if most of what is found is no digit, but a number of
/// three digits or more when the picture is turned, it is read so. A picture of MNIST's kind is one digit.
Reading read_picture(const Recognizer& recognizer, const picture::GreyImage& picture,
                     Recognizer::Memory& memory);

}  // namespace inkling::recognize
