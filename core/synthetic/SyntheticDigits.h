#pragma once

#include <cstddef>
#include <cstdint>

#include "core/base/Random.h"
#include "core/data/Dataset.h"
#include "core/ink/Ink.h"

namespace inkling::synthetic {

/// A drawing of the digit `label`, 0 to 9, as a hand might have made it: one of the forms that people write,
/// never twice the same. About 100 units high.
ink::Ink synthetic_digit(int label, Random& random);

/// Such drawings as images, drawn with pens of several widths: sample data where no real data is at hand.
/// Each digit comes equally often (as far as `images` can be shared by ten), in random order.
data::Dataset synthetic_digits(std::size_t images, std::uint64_t seed);

}  // namespace inkling::synthetic
