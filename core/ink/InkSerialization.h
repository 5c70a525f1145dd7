#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "core/ink/Ink.h"

namespace inkling::ink {

/// Inks as bytes that stand for them and no others, to be hashed or handed to another process of the same
/// build.
std::vector<std::uint8_t> serialize_inks(std::span<const Ink> inks);

/// What serialize_inks() was given; the bytes are trusted.
std::vector<Ink> deserialize_inks(std::span<const std::uint8_t> bytes);

}  // namespace inkling::ink
