#include "core/base/Utf8.h"

namespace inkling {

namespace {

constexpr std::uint32_t beyond_any = 0x110000;

std::uint32_t byte(std::string_view text, std::size_t place) {
  return static_cast<std::uint8_t>(text[place]);
}

bool is_surrogate(std::uint32_t character) {
  return character >= 0xd800 && character < 0xe000;
}

/// What the first byte says; 0 for one that none begins with.
std::size_t announced_length(std::uint32_t first) {
  if (first < 0x80) return 1;
  if (first < 0xc0) return 0;
  if (first < 0xe0) return 2;
  if (first < 0xf0) return 3;
  return first < 0xf8 ? 4 : 0;
}

}  // namespace

std::size_t utf8_length(std::string_view text) {
  if (text.empty()) return 0;
  const std::size_t length = announced_length(byte(text, 0));
  if (length < 2) return length;
  if (length > text.size()) return 0;
  std::uint32_t character = byte(text, 0) & (0x7fU >> length);
  for (std::size_t place = 1; place < length; ++place) {
    if ((byte(text, place) & 0xc0) != 0x80) return 0;
    character = character << 6 | (byte(text, place) & 0x3f);
  }
  constexpr std::uint32_t smallest[] = {0x80, 0x800, 0x10000};
  const bool allowed =
      character >= smallest[length - 2] && character < beyond_any && !is_surrogate(character);
  return allowed ? length : 0;
}

void append_utf8(std::string& text, std::uint32_t character) {
  const auto append = [&](std::uint32_t bits) { text += static_cast<char>(bits); };
  const auto append_rest = [&](int shift) { append(0x80 | (character >> shift & 0x3f)); };
  if (character < 0x80) return append(character);
  if (character < 0x800) {
    append(0xc0 | character >> 6);
  } else if (character < 0x10000) {
    append(0xe0 | character >> 12);
    append_rest(6);
  } else {
    append(0xf0 | character >> 18);
    append_rest(12);
    append_rest(6);
  }
  append_rest(0);
}

}  // namespace inkling
