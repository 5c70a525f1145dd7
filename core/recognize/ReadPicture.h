// SPDX-License-Identifier: MIT
#pragma once

#include "core/picture/GreyImage.h"
#include "core/recognize/Recognizer.h"

namespace inkling::recognize {

/// Reads the digits in a photo or scan, see picture::extract_ink(). If most of what it finds is no digit, but
/// a number of three digits or more when the picture is turned, it is read so: the photo lies on its side or
/// upside down. No member of Recognizer, so that a program that reads only ink is linked without the code for
/// pictures.
Reading read_picture(const Recognizer& recognizer, const picture::GreyImage& picture,
                     Recognizer::Memory& memory);

}  // namespace inkling::recognize
