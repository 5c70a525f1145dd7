#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace inkling {

/// How many bytes the character takes that `text` begins with, 1 to 4; 0 where it begins with none that UTF-8
/// allows (RFC 3629): overlong forms and halves of surrogate pairs are none.
std::size_t utf8_length(std::string_view text);

/// Appends a character by its number, at most 0x10ffff.
void append_utf8(std::string& text, std::uint32_t character);

}  // namespace inkling
