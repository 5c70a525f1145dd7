// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>

#include "core/augment/AugmentOptions.h"
#include "core/base/Digit.h"
#include "core/base/Random.h"
#include "core/ink/Ink.h"

namespace inkling::augment {

/// Renders a digit as it might have been written another time or with another device: with a different
/// slant, width, form and pen, some tremor, and fewer points. `label` is the digit, or no_class for anything
/// else. Uses the renderer that is used for reading. Empty ink gives a blank image.
DigitImage redraw_strokes(ink::Ink ink, std::uint8_t label, const StrokeAugmentOptions& options,
                          Random& random);

}  // namespace inkling::augment
