// SPDX-License-Identifier: MIT
#pragma once

#include "core/augment/AugmentOptions.h"
#include "core/base/Digit.h"
#include "core/base/Random.h"
#include "core/ink/Ink.h"

namespace inkling::augment {

/// Renders a digit as the same person might have written it another time: with a different slant, some tremor
/// and another pen width. Uses the renderer that is used for reading. Empty ink gives a blank image.
DigitImage redraw_strokes(ink::Ink ink, const StrokeAugmentOptions& options, Random& random);

}  // namespace inkling::augment
