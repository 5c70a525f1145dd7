#pragma once

#include "core/base/Random.h"
#include "core/ink/Ink.h"

namespace inkling::synthetic {

/// What a hand leaves that writes nothing: coils, zigzags, hatching, blots, tangles or loose strokes, about
/// 100 units long. The pen turns back so often, or is lifted so often, that none is a digit by accident.
ink::Ink scribble(Random& random);

}  // namespace inkling::synthetic
