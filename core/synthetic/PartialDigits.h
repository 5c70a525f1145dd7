#pragma once

#include "core/base/Random.h"
#include "core/ink/Ink.h"

namespace inkling::synthetic {

/// Two drawn digits side by side or one above the other, so far apart that they do not join to a third: 10 is
/// no 6, and two 0 no 8.
ink::Ink two_digits(Random& random);

/// What is left of a drawn digit whose other part was cut away, of the parts that are no digits themselves: a
/// 6 without its stem would be a 0, the upper end of a 7 is a 7.
ink::Ink half_digit(Random& random);

}  // namespace inkling::synthetic
