// SPDX-License-Identifier: MIT
#pragma once

#include <span>

#include "core/recognize/Reading.h"

namespace inkling::form {

/// Reconsiders the digits of a page: one person fills it in, and writes a digit alike each time. One that may
/// be either of two, such as a 1 with a flag or a 7 without a bar, is compared with the page's sure digits of
/// both kinds, and its probabilities are changed by what it resembles. Nothing changes on a page with few
/// digits.
void compare_with_sure_digits(std::span<recognize::DigitReading* const> digits);

}  // namespace inkling::form
