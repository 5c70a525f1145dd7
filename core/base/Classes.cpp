// SPDX-License-Identifier: MIT
#include "core/base/Classes.h"

#include <algorithm>
#include <set>

#include "core/base/JsonParser.h"
#include "core/base/Text.h"

namespace inkling {

namespace {

constexpr std::string_view digits_text = "0123456789";

/// What sorts names: whole numbers of up to 15 digits come first, as a double holds them exactly.
struct NaturalKey {
  bool is_text = true;
  double number = 0;
};

NaturalKey natural_key(std::string_view name) {
  constexpr std::size_t max_digits = 15;
  const bool negative = name.starts_with('-');
  const std::string_view digits = name.substr(negative ? 1 : 0);
  const bool whole = !digits.empty() && digits.size() <= max_digits &&
                     digits.find_first_not_of(digits_text) == std::string_view::npos;
  if (!whole) return {};
  double number = 0;
  for (const char digit : digits) number = number * 10 + (digit - '0');
  return {false, negative ? -number : number};
}

/// UTF-8 sorts by bytes as by code points.
bool is_before(const std::string& one, const std::string& other) {
  const NaturalKey a = natural_key(one), b = natural_key(other);
  if (a.is_text != b.is_text) return b.is_text;
  if (a.number != b.number) return a.number < b.number;
  return one < other;
}

bool is_control(std::string_view character) {
  const auto first = static_cast<unsigned char>(character[0]);
  return first < ' ' || first == 0x7f || (first == 0xc2 && static_cast<unsigned char>(character[1]) < 0xa0);
}

}  // namespace

const ClassNames& digit_names() {
  static const ClassNames names = {"0", "1", "2", "3", "4", "5", "6", "7", "8", "9"};
  return names;
}

bool are_digits(const ClassNames& classes) {
  return classes == digit_names();
}

bool is_class_name(std::string_view text) {
  constexpr std::size_t max_characters = 40;
  if (text.empty() || trim(text, blanks) != text) return false;
  std::size_t characters = 0;
  for (; !text.empty(); ++characters) {
    const std::size_t length = utf8_length(text);
    if (length == 0 || is_control(text)) return false;
    text.remove_prefix(length);
  }
  return characters <= max_characters;
}

bool are_class_names(const ClassNames& names) {
  const std::set<std::string_view> distinct(names.begin(), names.end());
  return std::ranges::all_of(names, is_class_name) && distinct.size() == names.size() &&
         names.size() <= max_classes;
}

std::optional<std::uint8_t> find_class(const ClassNames& classes, std::string_view name) {
  const auto found = std::ranges::find(classes, name);
  if (found == classes.end()) return std::nullopt;
  return static_cast<std::uint8_t>(found - classes.begin());
}

void sort_naturally(ClassNames& names) {
  std::ranges::sort(names, is_before);
  names.erase(std::unique(names.begin(), names.end()), names.end());
}

ClassNames joined(const ClassNames& classes, const ClassNames& more) {
  if (classes == more) return classes;
  ClassNames all = classes;
  all.insert(all.end(), more.begin(), more.end());
  sort_naturally(all);
  return all;
}

std::string list_names(const ClassNames& names) {
  constexpr std::size_t max_listed = 12;
  const std::size_t listed = std::min(names.size(), max_listed);
  std::string text;
  for (std::size_t index = 0; index < listed; ++index) {
    const bool last = index + 1 == names.size();
    text += (index == 0 ? "" : last ? " and " : ", ") + escape_control_characters(names[index]);
  }
  return listed < names.size() ? text + " and " + std::to_string(names.size() - listed) + " more" : text;
}

std::string serialize_classes(const ClassNames& classes) {
  if (are_digits(classes)) return std::string(digits_text);
  std::string text;
  for (const std::string& name : classes) text += (text.empty() ? "[" : ",") + json_string(name);
  return text + "]";
}

std::optional<ClassNames> parse_classes(std::string_view text) {
  if (text == digits_text) return digit_names();
  const auto json = parse_json(text);
  if (!json || !json->is_array()) return std::nullopt;
  ClassNames classes;
  for (const JsonValue& item : json->items) {
    if (!item.is_string()) return std::nullopt;
    classes.push_back(item.string);
  }
  return classes.size() >= min_classes && are_class_names(classes) ? std::optional(classes) : std::nullopt;
}

}  // namespace inkling
