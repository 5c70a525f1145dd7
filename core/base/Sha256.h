#pragma once

#include <cstdint>
#include <span>
#include <string>

namespace inkling {

/// SHA-256 (FIPS 180-4) of some bytes, as 64 lower-case hexadecimal digits.
std::string sha256(std::span<const std::uint8_t> bytes);

}  // namespace inkling
