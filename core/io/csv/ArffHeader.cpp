// SPDX-License-Identifier: MIT
#include "core/io/csv/ArffHeader.h"

#include <algorithm>

#include "core/base/Number.h"
#include "core/base/Text.h"

namespace inkling::io {

namespace {

constexpr std::size_t max_attributes = 10'000;

/// Whether the line starts with this keyword, in any case.
bool has_keyword(std::string_view line, std::string_view keyword) {
  if (line.size() < keyword.size()) return false;
  return std::equal(keyword.begin(), keyword.end(), line.begin(), [](char expected, char character) {
    return expected == character || (character >= 'A' && character <= 'Z' && expected == (character | 0x20));
  });
}

/// The name after "@attribute", which may be in quotes.
std::string attribute_name(std::string_view line) {
  const std::string_view rest = trim(line.substr(std::string_view("@attribute").size()), blanks);
  const bool quoted = rest.starts_with('\'') || rest.starts_with('"');
  const std::size_t end = quoted ? rest.find(rest.front(), 1) : rest.find_first_of(" \t{");
  return std::string(
      rest.substr(quoted ? 1 : 0, end == std::string_view::npos ? end : end - (quoted ? 1 : 0)));
}

/// What a sparse row leaves out: 0, or the first of the values in braces.
std::string omitted_value(std::string_view line) {
  const std::size_t open = line.find('{');
  if (open == std::string_view::npos) return "0";
  const std::string_view values = line.substr(open + 1);
  return std::string(trim(values.substr(0, values.find_first_of(",}")), " \t'\""));
}

}  // namespace

bool ArffHeader::starts_with(std::string_view line) {
  line = trim(line, blanks);
  return has_keyword(line, "@relation") || has_keyword(line, "@attribute") || line.starts_with("% ") ||
         line == "%";
}

Status ArffHeader::take_line(std::string_view line) {
  line = trim(line, blanks);
  if (line.starts_with('%') || has_keyword(line, "@relation")) return success();
  if (has_keyword(line, "@data")) {
    complete_ = true;
    return success();
  }
  if (!has_keyword(line, "@attribute"))
    return Error{"This ARFF file has no @data before its rows."}.with_code("arffNoData");
  if (names_.size() == max_attributes) return Error{"This ARFF file has more than 10,000 attributes."};
  names_.push_back(attribute_name(line));
  omitted_.push_back(omitted_value(line));
  return success();
}

std::string ArffHeader::to_dense(std::string_view line) const {
  std::vector<std::string_view> values(omitted_.begin(), omitted_.end());
  line = trim(line, " \t\r\n{}");
  while (!line.empty()) {
    const std::size_t end = std::min(line.find(','), line.size());
    const std::string_view pair = trim(line.substr(0, end), " \t");
    line.remove_prefix(std::min(end + 1, line.size()));
    const std::size_t blank = std::min(pair.find_first_of(" \t"), pair.size());
    const double index = parse_number(pair.substr(0, blank)).value_or(-1);
    if (index < 0 || index >= static_cast<double>(values.size()) || blank == pair.size()) return "?";
    values[static_cast<std::size_t>(index)] = trim(pair.substr(blank), " \t'\"");
  }
  std::string dense;
  for (const std::string_view value : values) (dense += value) += ',';
  dense.pop_back();
  return dense;
}

}  // namespace inkling::io
