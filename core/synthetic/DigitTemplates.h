#pragma once

#include <span>

#include "core/ink/Ink.h"

namespace inkling::synthetic {

/// The forms in which people write the digit `label`, 0 to 9: for each its strokes, in the order and
/// direction of the hand. The points are few, to be joined by a smooth curve; the digit is 100 units high.
std::span<const ink::Ink> digit_templates(int label);

}  // namespace inkling::synthetic
