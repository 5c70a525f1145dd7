#pragma once

#include "core/base/Digit.h"
#include "core/base/Random.h"
#include "core/ink/Ink.h"

namespace inkling::synthetic {

/// A picture that no pen made: grains, clouds, blobs, lines from edge to edge, stripes or a slope of grey, of
/// any strength.
DigitImage noise_image(Random& random);

/// Paper with nothing on it, or with a few specks of dirt.
DigitImage paper_image(Random& random);

}  // namespace inkling::synthetic
