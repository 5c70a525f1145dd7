// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>

#include "core/base/Random.h"
#include "core/data/Dataset.h"
#include "core/ink/Ink.h"

namespace inkling::synthetic {

/// Strokes of `digit`, 0 to 9, as a random person might write it: a random template in a random handwriting
/// style. About 100 units high.
ink::Ink synthetic_digit(int digit, Random& random);

/// Images of such digits with several pen widths, as sample data where there is no real data. Each digit is
/// equally frequent (as far as `images` divides by ten), in random order.
data::Dataset synthetic_digits(std::size_t images, std::uint64_t seed);

}  // namespace inkling::synthetic
