// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/Digit.h"
#include "core/recognize/Recognizer.h"

namespace inkling::form {

/// Below this confidence, a digit is left to a person.
inline constexpr double sure = 0.92;

/// Reads the image of what stands in a box. As a digit is expected there, it is one unless its energy is well
/// below the threshold that the model's calibration set for drawings of anything.
recognize::DigitReading read_box_digit(const recognize::Recognizer& recognizer, const DigitImage& image,
                                       recognize::Recognizer::Memory& memory);

/// How likely the digit is right: the probability of its class against the next one's, as an odd form of a
/// digit lowers them all. 0 for what is no digit. `scripts/try-forms` measures what it is worth.
double confidence_of(const recognize::DigitReading& digit);

/// '0' to '9', or '?' for what is no digit.
char character_of(const recognize::DigitReading& digit);

}  // namespace inkling::form
