// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string_view>

namespace inkling {

/// The number of bytes that identify_file() needs, if the file has that many.
inline constexpr std::size_t signature_bytes = 264;

/// What a file of a well-known type is, by its first bytes: "a ZIP archive", "a web page", "a PNG image".
/// Empty for text, Inkling's own formats, and whatever else is not known.
std::string_view identify_file(std::string_view first_bytes);

}  // namespace inkling
