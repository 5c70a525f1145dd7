#pragma once

#include <span>

#include "core/ink/Ink.h"

namespace inkling::synthetic {

/// Letters, marks and little pictures that no hand means a digit by, as digit_templates() has digits: strokes
/// of few points within 100 units a side. Left out is what some hand writes a digit like: O, I, l, S, Z, B,
/// g, q, b, D, G, T, Y, U, V, &, $, /, !, a box, and 8 laid on its side.
std::span<const ink::Ink> non_digit_templates();

}  // namespace inkling::synthetic
