// SPDX-License-Identifier: MIT
#include "core/io/LabelText.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <span>

#include "core/base/Number.h"
#include "core/base/Text.h"

namespace inkling::io {

namespace {

using Words = std::array<std::string_view, digit_count>;

constexpr Words english = {"zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"};
constexpr Words german = {"null", "eins", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun"};
constexpr Words french = {"zéro", "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf"};
constexpr Words spanish = {"cero", "uno", "dos", "tres", "cuatro", "cinco", "seis", "siete", "ocho", "nueve"};
constexpr Words plain_ascii = {"", "", "", "", "", "fuenf", "", "", "", ""};

/// What people put before or after the digit.
constexpr std::string_view fillers[] = {
    "b",      "class", "classe", "clase",   "klasse", "digit",  "digits", "ziffer", "chiffre",
    "digito", "label", "labels", "number",  "num",    "nr",     "no",     "numero", "folder",
    "tensor", "array", "sample", "samples", "image",  "images", "img",    "imgs",   "pictures"};

bool is_digit(char character) {
  return character >= '0' && character <= '9';
}

/// Bytes of characters beyond ASCII count as letters.
bool is_letter(char character) {
  const char lower = static_cast<char>(character | 0x20);
  return (lower >= 'a' && lower <= 'z') || static_cast<unsigned char>(character) >= 0x80;
}

/// ASCII only, and the accents of the words above.
std::string lower_case(std::string_view text) {
  std::string lower(text);
  for (std::size_t index = 0; index < lower.size(); ++index) {
    char& character = lower[index];
    if (character >= 'A' && character <= 'Z') character = static_cast<char>(character | 0x20);
    const bool accented = index > 0 && lower[index - 1] == '\xc3';
    if (accented && (character == '\x89' || character == '\x9c'))
      character = static_cast<char>(character + 0x20);
  }
  return lower;
}

std::optional<std::uint8_t> find_word(std::string_view word, const Words& words) {
  const auto found = std::ranges::find(words, word);
  if (word.empty() || found == words.end()) return std::nullopt;
  return static_cast<std::uint8_t>(std::distance(words.begin(), found));
}

std::optional<std::uint8_t> parse_word(const std::string& word) {
  if (word == german.front()) return label_null;
  for (const Words* words : {&english, &german, &french, &spanish, &plain_ascii}) {
    if (const auto digit = find_word(word, *words)) return digit;
  }
  return std::nullopt;
}

std::optional<std::uint8_t> to_code(double number) {
  if (number < 0 || number > label_ten || number != std::floor(number)) return std::nullopt;
  return static_cast<std::uint8_t>(number);
}

/// Removes and returns the digits or letters at the start of `text`; empty for any other character.
std::string_view take_token(std::string_view& text) {
  const auto kind = is_digit(text.front()) ? is_digit : is_letter;
  const auto end = std::find_if_not(text.begin(), text.end(), kind);
  const std::string_view token = text.substr(0, static_cast<std::size_t>(end - text.begin()));
  text.remove_prefix(std::max<std::size_t>(token.size(), 1));
  return token;
}

/// The label in a text of several words, which must agree.
std::optional<std::uint8_t> parse_words(std::string_view text) {
  constexpr std::size_t max_digits = 2;
  std::optional<std::uint8_t> label;
  while (!text.empty()) {
    const std::string_view token = take_token(text);
    const std::string word = lower_case(token);
    if (token.empty() || std::ranges::find(fillers, word) != std::end(fillers)) continue;
    const bool number = is_digit(token.front());
    const auto code = !number                      ? parse_word(word)
                      : token.size() <= max_digits ? to_code(*parse_number(token))
                                                   : std::nullopt;
    if (!code || (label && label != code)) return std::nullopt;
    label = code;
  }
  return label;
}

}  // namespace

std::optional<std::uint8_t> parse_label(std::string_view text) {
  const std::string_view bare = trim(text, " \t\r\n\"'[](){}");
  if (const auto number = parse_number(bare)) return to_code(*number);
  return parse_words(bare);
}

std::optional<bool> parse_flag(std::string_view text) {
  if (const auto number = parse_number(text)) {
    return *number == 0 || *number == 1 ? std::optional(*number == 1) : std::nullopt;
  }
  const std::string word = lower_case(text);
  return word == "true" || word == "false" ? std::optional(word == "true") : std::nullopt;
}

void LabelMeaning::add_word(std::string_view text) {
  const auto digit = find_word(lower_case(trim(text, " \t\r\n\"'[](){}")), german);
  german_ |= digit && *digit != 0;  // 0 is in question
}

std::optional<std::uint8_t> LabelMeaning::digit(std::uint8_t code) const {
  if (code < digit_count) return code;
  const bool is_zero = code == label_ten ? counts_[0] + counts_[label_null] == 0 : german_;
  return is_zero ? std::optional<std::uint8_t>(0) : std::nullopt;
}

std::string LabelMeaning::describe() const {
  return counts_[label_ten] > 0 && digit(label_ten) ? "labels from 1 to 10, 10 read as 0" : "";
}

}  // namespace inkling::io
