// SPDX-License-Identifier: MIT
#include "core/cli/output/ReadingTable.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <string_view>

namespace inkling::cli {

namespace {

/// Whether a text is only digits and the marks of numbers: "-3.14" is no formula.
bool is_number(std::string_view text) {
  return text.find_first_not_of("0123456789.,-/?") == std::string_view::npos;
}

std::string cell(std::string_view text) {
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

}  // namespace

void ReadingTable::add(const std::filesystem::path& file, const recognize::Reading& reading) {
  for (const recognize::Reading& line : reading.by_line())
    rows_.push_back({file.string(), line.text(), line.box(), line.confidence()});
}

std::string ReadingTable::csv() const {
  std::vector<Row> sorted = rows_;
  std::ranges::stable_sort(sorted, {}, &Row::confidence);
  std::string csv = "file,left,top,right,bottom,text,confidence\r\n";
  for (const Row& row : sorted) {
    std::array<char, 120> numbers{};
    std::snprintf(numbers.data(), numbers.size(), ",%.0f,%.0f,%.0f,%.0f,", row.box.left, row.box.top,
                  row.box.right, row.box.bottom);
    csv += cell(row.file) + numbers.data() + cell(row.text);
    std::snprintf(numbers.data(), numbers.size(), ",%.4f\r\n", row.confidence);
    csv += numbers.data();
  }
  return csv;
}

}  // namespace inkling::cli
