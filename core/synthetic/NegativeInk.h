// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/Random.h"
#include "core/ink/Ink.h"

namespace inkling::synthetic {

/// Coils, zigzags, hatching, blots, tangles or loose strokes, about 100 units long. They change direction or
/// lift the pen too often to be a digit by accident.
ink::Ink scribble(Random& random);

/// A letter, mark or small drawing that is no digit, from non_digit_templates().
ink::Ink symbol(Random& random);

/// Two digits side by side or one above the other, far enough apart not to merge into a third one, such as 1
/// and 0 into 6, or two 0 into 8.
ink::Ink two_digits(Random& random);

/// A digit with a part cut off, chosen so that the rest is no digit: a 6 without its stem would be a 0, and
/// the upper end of a 7 is a 7.
ink::Ink half_digit(Random& random);

}  // namespace inkling::synthetic
