#include "core/base/Text.h"

#include <charconv>

namespace inkling {

std::string grouped(std::size_t number) {
  std::string digits = std::to_string(number);
  for (std::size_t place = digits.size(); place > 3;) digits.insert(place -= 3, 1, ',');
  return digits;
}

std::string counted(std::size_t number, std::string_view noun) {
  std::string words = grouped(number) + " ";
  words += noun;
  return number == 1 ? words : words + "s";
}

std::string shortest(float number) {
  char text[32];
  return {text, std::to_chars(text, text + sizeof text, number).ptr};
}

std::string quoted(std::string_view text) {
  constexpr std::size_t longest = 24;
  std::string shown(text.substr(0, longest));
  for (char& character : shown) {
    if (character < ' ' || character > '~') character = '?';
  }
  return '"' + shown + (text.size() > longest ? "...\"" : "\"");
}

}  // namespace inkling
