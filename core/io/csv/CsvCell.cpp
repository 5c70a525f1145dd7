// SPDX-License-Identifier: MIT
#include "core/io/csv/CsvCell.h"

#include <cstddef>

namespace inkling::io {

namespace {

/// Whether a text is only digits and the marks of numbers.
bool is_number(std::string_view text) {
  return text.find_first_not_of("0123456789.,-/?") == std::string_view::npos;
}

}  // namespace

std::string csv_cell(std::string_view text) {
  constexpr std::string_view formula_starts = "=+-@\t\r";
  std::string content(text);
  if (!text.empty() && formula_starts.find(text.front()) != std::string_view::npos && !is_number(text))
    content.insert(0, 1, '\'');
  if (content.find_first_of(",\"\r\n") == std::string::npos) return content;
  for (std::size_t quote = content.find('"'); quote != std::string::npos;
       quote = content.find('"', quote + 2))
    content.insert(quote, 1, '"');
  return '"' + content + '"';
}

}  // namespace inkling::io
