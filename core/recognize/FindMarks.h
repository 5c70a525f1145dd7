// SPDX-License-Identifier: MIT
#pragma once

#include <span>

#include "core/ink/Ink.h"
#include "core/recognize/Reading.h"

namespace inkling::recognize {

/// Turns what was read as 1, but leans more than every other digit 1, into a slash if it stands between
/// digits.
void find_slashes(Reading& reading);

/// Adds the dots that stand between two digits, at their foot, as points. Two in one gap are dirt.
void find_points(Reading& reading, std::span<const ink::Bounds> dots);

}  // namespace inkling::recognize
