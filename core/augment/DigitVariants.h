// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>

#include "core/base/Random.h"
#include "core/ink/Ink.h"

namespace inkling::augment {

/// Turns a digit into another common form of it by adding a stroke: 0 with a slash or a dot, 1 with a foot, a
/// flag or both, 7 with a bar. Labels without such a form stay as they are. The stroke is drawn even where
/// the writer has already drawn one like it.
void add_variant(ink::Ink& ink, std::uint8_t label, Random& random);

}  // namespace inkling::augment
