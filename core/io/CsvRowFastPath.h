#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace inkling::io {

/// Reads a row of whole numbers from 0 to 255 with nothing between them but the delimiter, one for each of
/// `values`, from the start of `text`: almost every row there is, so this is the loop that decides the speed.
/// Returns how many characters the row has, or 0 where `text` starts with any other; a slower reader then
/// finds what that holds. Whether the line ends there, too, is for the caller to see.
std::size_t read_row_fast(std::string_view text, char delimiter, std::span<std::uint8_t> values);

}  // namespace inkling::io
