// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace inkling {

/// 42000 as "42,000".
std::string group_thousands(std::size_t number);

/// A count with its English noun: "1 cell", "3 cells", "42,000 cells".
std::string pluralize(std::size_t count, std::string_view singular);

/// `text` without leading and trailing `characters`.
inline std::string_view trim(std::string_view text, std::string_view characters) {
  const std::size_t begin = text.find_first_not_of(characters);
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(characters) + 1 - begin);
}

/// What is around values in text files, and means nothing.
inline constexpr std::string_view blanks = " \t\r\n";

/// `text` from its first character on, without a byte order mark (of UTF-8) and blanks before it.
std::string_view skip_blanks(std::string_view text);

/// Text from a file for an error message: in quotes, cut to 24 characters, "?" for all but printable ASCII.
std::string quoted(std::string_view text);

/// Length in bytes, 1 to 4, of the UTF-8 character at the start of `text`; 0 if it is empty or starts with a
/// sequence that RFC 3629 does not allow, such as an overlong form or a surrogate.
std::size_t utf8_length(std::string_view text);

/// Appends a code point, at most 0x10ffff, as UTF-8.
void append_utf8(std::string& text, std::uint32_t code_point);

/// Makes untrusted text (from a file, its name or its metadata) safe to print on a terminal: control
/// characters (C0, DEL, C1) and bytes that are not UTF-8 are escaped, as in "\x1b".
std::string escape_control_characters(std::string_view text);

}  // namespace inkling
