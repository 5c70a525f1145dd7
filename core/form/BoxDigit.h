// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/Digit.h"
#include "core/recognize/Recognizer.h"

namespace inkling::form {

/// Digits with a lower confidence need review.
inline constexpr double min_confidence = 0.92;

/// Reads the writing in a box as one digit. As a digit is expected there, it is rejected only if its energy
/// is well below the model's threshold, which is calibrated for arbitrary drawings.
recognize::DigitReading read_box_digit(const recognize::Recognizer& recognizer, const DigitImage& image,
                                       recognize::Recognizer::Memory& memory);

/// The probability of the digit's class relative to the second likeliest one's, as an unusual shape lowers
/// the probability of all classes. 0 for a rejected digit. `scripts/try-forms` measures how reliable it is.
double confidence_of(const recognize::DigitReading& digit);

/// '0' to '9', or '?' for a rejected digit.
char character_of(const recognize::DigitReading& digit);

}  // namespace inkling::form
