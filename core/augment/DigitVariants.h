// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>

#include "core/base/Random.h"
#include "core/ink/Ink.h"

namespace inkling::augment {

/// Turns a digit into another common form of it: 0 with a slash or a dot, 1 with a foot, a flag or both, or
/// as a straight line, 7 with a bar. Labels without such a form stay as they are. A stroke is added even
/// where the writer has already drawn one like it.
void add_variant(ink::Ink& ink, std::uint8_t label, Random& random);

}  // namespace inkling::augment
