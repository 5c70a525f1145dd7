// SPDX-License-Identifier: MIT
#pragma once

#include <span>

#include "core/recognize/Reading.h"

namespace inkling::form {

/// Adapts the readings of a page's digits to its writer, assuming that one person filled in the page. A digit
/// that may be one of two, such as a 1 with a flag and a 7 without a bar, is compared with the confidently
/// read digits of both classes on the page, and the more similar class gets more probable. Nothing changes if
/// the page has too few digits.
void adapt_to_writer(std::span<recognize::DigitReading* const> digits);

}  // namespace inkling::form
