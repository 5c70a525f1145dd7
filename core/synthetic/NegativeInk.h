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

/// Two digits side by side or one above the other, far enough apart not to join into a third: 10 isn't 6, and
/// two 0 aren't 8.
ink::Ink two_digits(Random& random);

/// A digit with a part cut off, where what is left is no digit itself: a 6 without its stem would be a 0, and
/// the upper end of a 7 is a 7.
ink::Ink half_digit(Random& random);

}  // namespace inkling::synthetic
