// SPDX-License-Identifier: MIT
#include "core/form/TextWidth.h"

#include <array>
#include <cstddef>

namespace inkling::form {

namespace {

constexpr unsigned char first_character = ' ', last_character = '~';

/// From Adobe's font metrics of Helvetica, in thousandths of the font size.
constexpr std::array<short, last_character - first_character + 1> ascii_widths = {
    278,  278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278,  // space to /
    556,  556, 556, 556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556,  // 0 to ?
    1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778,  // @ to O
    667,  778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556,  // P to _
    333,  556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556,  // ` to o
    556,  556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,       // p to ~
};

/// The width of the character that begins with this byte of UTF-8; none for its other bytes.
int width_of(unsigned char byte) {
  constexpr int letter = 700, ideograph = 1000;
  if (byte >= 0xE0) return ideograph;
  if (byte >= 0xC0) return letter;
  return byte >= first_character && byte <= last_character
             ? ascii_widths[static_cast<std::size_t>(byte - first_character)]
             : 0;
}

}  // namespace

double text_width(std::string_view text, double font_size) {
  int width = 0;
  for (const char byte : text) width += width_of(static_cast<unsigned char>(byte));
  return font_size * width / 1000;
}

}  // namespace inkling::form
