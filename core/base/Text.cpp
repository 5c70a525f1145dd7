// SPDX-License-Identifier: MIT
#include "core/base/Text.h"

#include <algorithm>

namespace inkling {

namespace {

constexpr std::uint32_t code_point_end = 0x110000;

std::uint32_t byte_at(std::string_view text, std::size_t index) {
  return static_cast<std::uint8_t>(text[index]);
}

bool is_surrogate(std::uint32_t code_point) {
  return code_point >= 0xd800 && code_point < 0xe000;
}

/// The length that the first byte announces; 0 for a byte that starts no character.
std::size_t sequence_length(std::uint32_t first) {
  if (first < 0x80) return 1;
  if (first < 0xc0) return 0;
  if (first < 0xe0) return 2;
  if (first < 0xf0) return 3;
  return first < 0xf8 ? 4 : 0;
}

}  // namespace

std::string_view skip_blanks(std::string_view text) {
  if (text.starts_with("\xef\xbb\xbf")) text.remove_prefix(3);
  return text.substr(std::min(text.find_first_not_of(blanks), text.size()));
}

std::string group_thousands(std::size_t number) {
  std::string digits = std::to_string(number);
  for (std::size_t index = digits.size(); index > 3;) digits.insert(index -= 3, 1, ',');
  return digits;
}

std::string pluralize(std::size_t count, std::string_view singular) {
  std::string text = group_thousands(count) + " ";
  text += singular;
  return count == 1 ? text : text + (singular.ends_with('s') ? "es" : "s");
}

std::string quoted(std::string_view text) {
  constexpr std::size_t max_size = 24;
  std::string shown(text.substr(0, max_size));
  for (char& character : shown) {
    if (character < ' ' || character > '~') character = '?';
  }
  return '"' + shown + (text.size() > max_size ? "...\"" : "\"");
}

std::size_t utf8_length(std::string_view text) {
  if (text.empty()) return 0;
  const std::size_t length = sequence_length(byte_at(text, 0));
  if (length < 2) return length;
  if (length > text.size()) return 0;
  std::uint32_t code_point = byte_at(text, 0) & (0x7fU >> length);
  for (std::size_t index = 1; index < length; ++index) {
    if ((byte_at(text, index) & 0xc0) != 0x80) return 0;
    code_point = code_point << 6 | (byte_at(text, index) & 0x3f);
  }
  constexpr std::uint32_t smallest[] = {0x80, 0x800, 0x10000};
  const bool valid =
      code_point >= smallest[length - 2] && code_point < code_point_end && !is_surrogate(code_point);
  return valid ? length : 0;
}

void append_utf8(std::string& text, std::uint32_t code_point) {
  const auto append = [&](std::uint32_t bits) { text += static_cast<char>(bits); };
  const auto append_continuation = [&](int shift) { append(0x80 | (code_point >> shift & 0x3f)); };
  if (code_point < 0x80) return append(code_point);
  if (code_point < 0x800) {
    append(0xc0 | code_point >> 6);
  } else if (code_point < 0x10000) {
    append(0xe0 | code_point >> 12);
    append_continuation(6);
  } else {
    append(0xf0 | code_point >> 18);
    append_continuation(12);
    append_continuation(6);
  }
  append_continuation(0);
}

std::string escape_control_characters(std::string_view text) {
  constexpr std::string_view escape_digits = "0123456789abcdef";
  std::string escaped;
  const auto append_escaped = [&](char byte) {
    const auto code = static_cast<unsigned char>(byte);
    ((escaped += "\\x") += escape_digits[code >> 4]) += escape_digits[code & 15];
  };
  while (!text.empty()) {
    const std::size_t length = utf8_length(text);
    const std::string_view character = text.substr(0, length);
    const bool c1 = length == 2 && character[0] == '\xc2' && static_cast<unsigned char>(character[1]) < 0xa0;
    if (length == 0 || (length == 1 && (text[0] < ' ' || text[0] == '\x7f'))) {
      append_escaped(text[0]);
    } else if (c1) {
      append_escaped(character[1]);
    } else {
      escaped += character;
    }
    text.remove_prefix(length == 0 ? 1 : length);
  }
  return escaped;
}

}  // namespace inkling
