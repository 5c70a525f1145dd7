#pragma once

#include "core/base/Digit.h"
#include "core/base/Random.h"
#include "core/ink/Ink.h"

namespace inkling::augment {

/// How unlike its source a digit may be drawn each time it is trained on.
struct StrokeAugmentOptions {
  float narrowest_share = 0.07f, widest_share = 0.16f;  // the pen's width, of the 20-pixel box: 0.05 to 0.5
  float slant = 0.15f;    // to the side for each unit up, half the width of an even range
  float tremor = 0.006f;  // standard deviation of a point's place, as a share of the digit's longest side
};

/// The digit as another moment of the same hand might have written it, drawn with another pen by the code
/// that draws for reading. Neighbouring points tremble together. Paper where nothing was drawn.
DigitImage redraw(ink::Ink ink, const StrokeAugmentOptions& options, Random& random);

}  // namespace inkling::augment
