// SPDX-License-Identifier: MIT
#pragma once

#include <span>

#include "core/ink/Ink.h"

namespace inkling::synthetic {

/// The ways in which people write `digit`, 0 to 9: the strokes of each, in the usual order and direction, as
/// a few points of smooth curves. 100 units high.
std::span<const ink::Ink> digit_templates(int digit);

/// Letters, marks and small drawings that nobody writes as a digit, in the same form and within 100 units a
/// side. Symbols that some people write like a digit are left out: O, I, l, S, Z, B, g, q, b, D, G, T, Y,
/// U, V, &, $, /, !, a square and an infinity sign.
std::span<const ink::Ink> non_digit_templates();

}  // namespace inkling::synthetic
