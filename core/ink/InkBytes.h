#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "core/ink/Ink.h"

namespace inkling {

/// Inks as bytes that stand for them and no others, to be hashed or handed to another process of the same
/// build.
std::vector<std::uint8_t> ink_bytes(std::span<const Ink> inks);

/// What ink_bytes() was given; the bytes are trusted.
std::vector<Ink> inks_of(std::span<const std::uint8_t> bytes);

}  // namespace inkling
