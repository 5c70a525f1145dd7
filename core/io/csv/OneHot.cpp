// SPDX-License-Identifier: MIT
#include "core/io/csv/OneHot.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "core/base/Digit.h"
#include "core/io/LabelText.h"

namespace inkling::io {

namespace {

/// The digits or letters at the end of a name.
std::string_view last_word(std::string_view name) {
  const auto is_digit = [](char character) { return character >= '0' && character <= '9'; };
  const auto is_letter = [](char character) {
    return (character | 0x20) >= 'a' && (character | 0x20) <= 'z';
  };
  std::size_t begin = name.size();
  const bool number = begin > 0 && is_digit(name[begin - 1]);
  while (begin > 0 && (number ? is_digit(name[begin - 1]) : is_letter(name[begin - 1]))) --begin;
  return name.substr(begin);
}

/// Whether these are ten different labels, of 0 to 9 or of 1 to 10.
bool name_all_digits(std::span<const std::string> words) {
  std::array<bool, label_codes> named{};
  for (const std::string& word : words) {
    const auto code = parse_label(word);
    if (code) named[*code == label_null ? 0 : *code] = true;
  }
  const std::size_t zeros = named[0] + named[label_ten];
  return zeros == 1 && std::all_of(named.begin() + 1, named.begin() + digit_count, std::identity());
}

}  // namespace

bool is_one_hot(std::span<const CsvCells> rows, std::size_t columns, std::size_t first) {
  if (first + digit_count > columns) return false;
  std::size_t hot_rows = 0;
  for (const CsvCells& row : rows) {
    if (row.size() != columns) continue;
    std::size_t ones = 0, zeros = 0;
    for (std::size_t column = first; column < first + digit_count; ++column) {
      const auto flag = parse_flag(row[column]);
      ones += flag == true;
      zeros += flag == false;
    }
    if (ones != 1 || zeros != digit_count - 1) return false;
    ++hot_rows;
  }
  return hot_rows > 0;
}

std::vector<std::string> one_hot_labels(std::span<const std::string> names) {
  std::vector<std::string> labels;
  for (const std::string& name : names) labels.emplace_back(last_word(name));
  if (name_all_digits(labels)) return labels;
  labels.clear();
  for (std::size_t place = 0; place < digit_count; ++place) labels.push_back(std::to_string(place));
  return labels;
}

}  // namespace inkling::io
