// SPDX-License-Identifier: MIT
#include "core/io/CsvDialect.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <initializer_list>
#include <limits>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "core/base/Digit.h"
#include "core/base/Number.h"
#include "core/base/Text.h"
#include "core/io/CsvRow.h"

namespace inkling::io {

namespace {

using Cells = std::vector<std::string_view>;
using Numbers = std::vector<double>;  // [columns], NaN where a cell is not a number

constexpr std::size_t pixel_columns = image_pixels;
constexpr double not_a_number = std::numeric_limits<double>::quiet_NaN();

std::string delimiter_name(char delimiter) {
  switch (delimiter) {
    case ';':
      return "semicolon";
    case '\t':
      return "tab";
    case ' ':
      return "space";
    default:
      return "comma";
  }
}

std::string describe_label(const CsvDialect& dialect) {
  if (!dialect.label) return "no label";
  if (*dialect.label == (dialect.index_first ? 1 : 0)) return "label first";
  if (*dialect.label + 1 == dialect.columns) return "label last";
  return "label in column " + std::to_string(*dialect.label + 1);
}

/// "8x8 images with labels" if that many columns are square images; otherwise empty.
std::string square_size(std::size_t pixels, bool has_label) {
  constexpr std::size_t smallest_side = 4;
  if (pixels < smallest_side * smallest_side) return {};
  for (const std::size_t label : {0, 1}) {
    const auto side = static_cast<std::size_t>(std::lround(std::sqrt(pixels - label)));
    if (side * side != pixels - label || (has_label && label == 1)) continue;
    const std::string text = std::to_string(side) + "x" + std::to_string(side) + " images";
    return text + (has_label || label == 1 ? " with labels" : "");
  }
  return {};
}

Error wrong_size(const CsvDialect& dialect) {
  const std::size_t pixels = dialect.pixels();
  const std::string columns = "The rows have " + pluralize(dialect.columns, "column");
  const std::string expected = ". Inkling needs " + std::to_string(pixel_columns) + " pixels (28x28)";
  if (const std::string size = square_size(pixels, dialect.label.has_value()); !size.empty())
    return {columns + ": " + size + ". Inkling needs 28x28."};
  if (pixels == dialect.columns) return {columns + expected + ", with or without a label."};
  const std::string others =
      std::string(dialect.index_first ? "index, " : "") + (dialect.label ? "label, " : "");
  return {columns + ": " + others + pluralize(pixels, "pixel") + expected + "."};
}

/// Whether the cells are numbers that are all different, counting a repeated "0" written as "0.1".
bool has_distinct_numbers(const Cells& cells) {
  std::unordered_map<std::string_view, std::size_t> counts;
  for (const std::string_view cell : cells) {
    if (!parse_number(cell)) continue;
    const std::size_t point = std::min(cell.find('.'), cell.size());
    std::size_t& count = counts[cell.substr(0, point)];
    const std::string suffix = count == 0 ? "" : "." + std::to_string(count);
    if (cell.substr(point) != suffix) return false;
    ++count;
  }
  return !counts.empty();
}

/// Whether a file's first row names its columns: it has more names than numbers, or numbers as tools write
/// them for names. These are all different (0, 1, ... 783) or made so by a data frame that took a row of data
/// for the header ("5", "0", "0.1", "0.2", "3", "0.3"). Rows of pixels look like neither.
bool is_header(const Cells& cells) {
  std::size_t names = 0;
  std::size_t numbers = 0;
  for (const std::string_view cell : cells) {
    if (parse_number(cell)) {
      ++numbers;
    } else if (!cell.empty()) {
      ++names;
    }
  }
  return names > numbers || has_distinct_numbers(cells);
}

bool is_one_of(std::string_view name, std::initializer_list<std::string_view> names) {
  std::string lower(name);
  for (char& character : lower) {
    if (character >= 'A' && character <= 'Z') character = static_cast<char>(character - 'A' + 'a');
  }
  return std::find(names.begin(), names.end(), lower) != names.end();
}

bool is_label_name(std::string_view name) {
  return is_one_of(name, {"label", "y", "class", "digit", "target"});
}

bool is_index_name(std::string_view name) {
  return is_one_of(name, {"", "id", "imageid", "image_id", "index", "unnamed: 0"});
}

Cells split_cells(std::string_view line, char delimiter) {
  Cells cells;
  CellCursor cursor(line, delimiter);
  while (const auto cell = cursor.next()) cells.push_back(*cell);
  return cells;
}

char find_delimiter(std::string_view line) {
  // The comma comes late because many countries use it as the decimal point.
  constexpr std::array candidates = {';', '\t', ',', ' '};
  char most_common = ',';
  std::size_t most_cells = split_cells(line, ',').size();
  for (const char candidate : candidates) {
    const std::size_t cells = split_cells(line, candidate).size();
    if (cells >= pixel_columns && cells <= pixel_columns + 2) return candidate;
    if (cells > most_cells && candidate != ' ') {
      most_common = candidate;
      most_cells = cells;
    }
  }
  return most_common;
}

void find_named_columns(CsvDialect& dialect) {
  if (!dialect.has_header()) return;
  dialect.index_first = is_index_name(dialect.names.front());
  const auto label = std::find_if(dialect.names.begin(), dialect.names.end(), is_label_name);
  if (label != dialect.names.end()) dialect.label = static_cast<std::size_t>(label - dialect.names.begin());
}

/// The rows as numbers. Rows of the wrong length become all NaN; the reader will report them.
std::vector<Numbers> to_numbers(std::span<const std::string> rows, const CsvDialect& dialect) {
  std::vector<Numbers> sample;
  for (const std::string& row : rows) {
    Numbers numbers;
    for (const std::string_view cell : split_cells(row, dialect.delimiter))
      numbers.push_back(parse_number(cell).value_or(not_a_number));
    if (numbers.size() != dialect.columns) numbers.assign(dialect.columns, not_a_number);
    sample.push_back(std::move(numbers));
  }
  return sample;
}

/// Whether the first column counts up in steps of 1. A row without a number may or may not be counted.
bool counts_up(const std::vector<Numbers>& sample) {
  std::optional<double> last;
  std::size_t numbers = 0, skipped = 0;
  for (const Numbers& row : sample) {
    if (std::isnan(row[0])) {
      ++skipped;
      continue;
    }
    const double step = row[0] - last.value_or(row[0] - 1);
    if (step < 1 || step > static_cast<double>(1 + skipped) || step != std::floor(step)) return false;
    last = row[0];
    skipped = 0;
    ++numbers;
  }
  return numbers >= 2;
}

std::size_t count_values_1_to_9(const std::vector<Numbers>& sample, std::size_t column) {
  return static_cast<std::size_t>(std::count_if(sample.begin(), sample.end(), [column](const Numbers& row) {
    return row[column] >= 1 && row[column] <= 9 && row[column] == std::floor(row[column]);
  }));
}

void find_unnamed_index(CsvDialect& dialect, const std::vector<Numbers>& sample) {
  if (dialect.index_first || dialect.label == 0 || !counts_up(sample)) return;
  const std::size_t pixels = dialect.pixels();
  const bool beyond_labels =
      sample.size() >= 3 && std::ranges::any_of(sample, [](const Numbers& row) { return row[0] > 9; });
  const bool may_be_label = pixels == pixel_columns + 1 && !dialect.label && !beyond_labels;
  dialect.index_first = pixels > pixel_columns && !may_be_label;
}

void find_unnamed_label(CsvDialect& dialect, const std::vector<Numbers>& sample) {
  if (dialect.label || dialect.pixels() != pixel_columns + 1) return;
  const std::size_t first = dialect.index_first ? 1 : 0;
  const std::size_t last = dialect.columns - 1;
  const std::size_t first_hits = count_values_1_to_9(sample, first);
  const std::size_t last_hits = count_values_1_to_9(sample, last);
  dialect.label = last_hits > first_hits ? last : first;
  dialect.label_uncertain = first_hits == 0 && last_hits == 0;
}

/// Whether a row has a pixel that is outside every scale. Such a row will be rejected and proves nothing.
bool is_out_of_range(const Numbers& row, const CsvDialect& dialect) {
  for (std::size_t column = dialect.index_first ? 1 : 0; column < dialect.columns; ++column)
    if (column != dialect.label && (row[column] < 0 || row[column] > 255)) return true;
  return false;
}

bool has_unit_scale(const CsvDialect& dialect, const std::vector<Numbers>& sample) {
  std::size_t pixels = 0;
  std::size_t fractions = 0;
  std::size_t ones = 0;
  for (const Numbers& row : sample) {
    if (is_out_of_range(row, dialect)) continue;
    for (std::size_t column = dialect.index_first ? 1 : 0; column < dialect.columns; ++column) {
      if (column == dialect.label || std::isnan(row[column])) continue;
      if (row[column] < 0 || row[column] > 1) return false;
      ++pixels;
      fractions += row[column] > 0 && row[column] < 1;
      ones += row[column] == 1;
    }
  }
  return fractions > 0 || (ones > 0 && ones * 100 >= pixels);
}

}  // namespace

std::size_t CsvDialect::pixels() const {
  const std::size_t others = (index_first ? 1 : 0) + (label ? 1 : 0);
  return columns - std::min(others, columns);
}

std::string describe(const CsvDialect& dialect) {
  std::string text = delimiter_name(dialect.delimiter) + "-separated, ";
  text += dialect.has_header() ? "with a header, " : "without a header, ";
  text += describe_label(dialect);
  if (dialect.index_first) text += ", index column ignored";
  if (dialect.unit_scale) text += ", pixels scaled from 0-1 to 0-255";
  return text;
}

Result<CsvDialect> sniff_dialect(std::span<const std::string> first_rows) {
  CsvDialect dialect;
  dialect.delimiter = find_delimiter(first_rows.front());
  const Cells first = split_cells(first_rows.front(), dialect.delimiter);
  dialect.columns = first.size();
  if (is_header(first)) dialect.names.assign(first.begin(), first.end());
  find_named_columns(dialect);
  if (dialect.pixels() < pixel_columns || dialect.pixels() > pixel_columns + 2) return wrong_size(dialect);
  const auto sample = to_numbers(first_rows.subspan(dialect.has_header() ? 1 : 0), dialect);
  find_unnamed_index(dialect, sample);
  find_unnamed_label(dialect, sample);
  if (dialect.pixels() != pixel_columns) return wrong_size(dialect);
  dialect.unit_scale = has_unit_scale(dialect, sample);
  return dialect;
}

}  // namespace inkling::io
