// SPDX-License-Identifier: MIT
#include "core/io/csv/CsvDialect.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>
#include <map>
#include <string_view>
#include <utility>

#include "core/base/Digit.h"
#include "core/base/Number.h"
#include "core/base/Text.h"
#include "core/io/csv/CsvColumns.h"
#include "core/io/csv/CsvRow.h"

namespace inkling::io {

namespace {

std::string delimiter_name(char delimiter) {
  switch (delimiter) {
    case ';':
      return "semicolon";
    case '\t':
      return "tab";
    case ' ':
      return "space";
    case '|':
      return "bar";
    case ',':
      return "comma";
    default:
      return quoted(std::string_view(&delimiter, 1));
  }
}

FormatDetail label_detail(const CsvDialect& dialect) {
  if (!dialect.label) return {FormatFact::no_label};
  if (!dialect.one_hot.empty()) return {FormatFact::one_hot_label};
  std::vector<std::size_t> used;
  for (std::size_t column = 0; column < dialect.columns; ++column)
    if (!dialect.is_ignored(column)) used.push_back(column);
  if (*dialect.label == used.front()) return {FormatFact::label_first};
  if (*dialect.label == used.back()) return {FormatFact::label_last};
  return {FormatFact::label_in_column, *dialect.label + 1};
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
  const std::vector<Error::Value> values = {{"columns", dialect.columns}, {"needed", pixel_columns}};
  if (const std::string size = square_size(pixels, dialect.label.has_value()); !size.empty())
    return Error{columns + ": " + size + ". Inkling needs 28x28."}.with_code("columns", values);
  if (pixels == dialect.columns)
    return Error{columns + expected + ", with or without a label."}.with_code("columns", values);
  const std::string others =
      std::string(dialect.ignored.empty() ? "" : "index, ") + (dialect.label ? "label, " : "");
  return Error{columns + ": " + others + pluralize(pixels, "pixel") + expected + "."}.with_code("columns",
                                                                                                values);
}

CsvCells split_cells(std::string_view line, char delimiter) {
  CsvCells cells;
  CellCursor cursor(line, delimiter);
  while (const auto cell = cursor.next()) cells.push_back(*cell);
  return cells;
}

std::vector<CsvCells> split_lines(std::span<const std::string> lines, char delimiter) {
  std::vector<CsvCells> rows;
  for (const std::string& line : lines) rows.push_back(split_cells(line, delimiter));
  return rows;
}

/// The number of cells that most rows have; the larger of two that are as frequent.
std::size_t usual_count(std::span<const CsvCells> rows) {
  std::map<std::size_t, std::size_t> rows_of;
  for (const CsvCells& row : rows) ++rows_of[row.size()];
  const auto fewer = [](const auto& a, const auto& b) { return a.second <= b.second; };
  return std::ranges::max_element(rows_of, fewer)->first;
}

/// Whether most cells are numbers, as they are not where the delimiter is a decimal comma.
bool has_numbers(const CsvCells& row) {
  const auto numbers =
      std::ranges::count_if(row, [](std::string_view cell) { return parse_number(cell).has_value(); });
  return static_cast<std::size_t>(numbers) * 2 > row.size();
}

char find_delimiter(std::span<const std::string> lines) {
  // The comma comes late because many countries use it as the decimal point.
  constexpr std::array candidates = {';', '\t', ',', '|', ' '};
  constexpr std::size_t most_others = 16;
  char most_common = ',';
  std::size_t most_cells = usual_count(split_lines(lines, ','));
  for (const char candidate : candidates) {
    const auto rows = split_lines(lines, candidate);
    const std::size_t cells = usual_count(rows);
    const bool fits = cells >= pixel_columns && cells <= pixel_columns + most_others;
    if (fits && (lines.size() == 1 || has_numbers(rows.back()) || candidate == ' ')) return candidate;
    if (cells > most_cells && candidate != ' ') {
      most_common = candidate;
      most_cells = cells;
    }
  }
  return most_common;
}

/// Whether a line is no row of these columns, but says what the table is. Spreadsheets pad it with empty
/// cells. A header that names only the label looks the same.
bool is_title(const CsvCells& row, std::size_t columns) {
  if (row.size() * 2 < columns) return true;
  CsvCells filled;
  std::ranges::copy_if(row, std::back_inserter(filled), [](std::string_view cell) { return !cell.empty(); });
  return filled.size() * 2 < columns && std::ranges::none_of(filled, [](std::string_view cell) {
           return parse_number(cell) || is_label_name(cell);
         });
}

bool all_empty(std::span<const CsvCells> rows, std::size_t column) {
  return std::ranges::all_of(
      rows, [column](const CsvCells& row) { return row.size() <= column || row[column].empty(); });
}

/// Leaves out the columns of commas at the ends of all lines.
void drop_trailing_columns(CsvDialect& dialect, std::span<const CsvCells> rows) {
  while (dialect.columns > pixel_columns && all_empty(rows, dialect.columns - 1) &&
         (dialect.names.size() < dialect.columns || dialect.names.back().empty())) {
    --dialect.columns;
    if (dialect.names.size() > dialect.columns) dialect.names.pop_back();
  }
}

/// Fits the names to the columns. R leaves out the name of the first one.
void fit_names(CsvDialect& dialect) {
  auto& names = dialect.names;
  while (names.size() > dialect.columns && names.back().empty()) names.pop_back();
  if (!names.empty() && names.size() + 1 == dialect.columns) names.insert(names.begin(), "");
  if (names.size() != dialect.columns) names.clear();
}

/// Whether a pixel is outside every scale. Such a row will be rejected and proves nothing.
bool is_out_of_range(const std::vector<double>& pixels, bool negative) {
  return std::ranges::any_of(pixels, [&](double pixel) { return pixel > 255 || (pixel < 0 && !negative); });
}

std::vector<double> pixels_of(const CsvCells& row, const CsvDialect& dialect) {
  std::vector<double> pixels;
  if (row.size() < dialect.columns) return pixels;
  for (std::size_t column = 0; column < dialect.columns; ++column) {
    if (dialect.is_ignored(column) || dialect.is_label(column)) continue;
    if (const auto number = parse_number(row[column])) pixels.push_back(*number);
  }
  return pixels;
}

PixelScale scale_of(std::span<const CsvCells> rows, const CsvDialect& dialect) {
  std::vector<std::vector<double>> images;
  for (const CsvCells& row : rows) images.push_back(pixels_of(row, dialect));
  const auto negative_rows = std::ranges::count_if(images, [](const auto& pixels) {
    return std::ranges::any_of(pixels, [](double pixel) { return pixel < 0; });
  });
  const bool negative = static_cast<std::size_t>(negative_rows) * 2 > images.size();
  std::erase_if(images, [&](const auto& pixels) { return is_out_of_range(pixels, negative); });
  std::vector<double> all;
  for (const auto& pixels : images) all.insert(all.end(), pixels.begin(), pixels.end());
  return find_scale(sample_pixels(all));
}

}  // namespace

std::optional<char> named_delimiter(std::string_view line) {
  const std::string_view bare = trim(line, "\" \r");
  const bool is_named = bare.starts_with("sep=") || bare.starts_with("SEP=") || bare.starts_with("Sep=");
  if (!is_named || bare.size() > 5) return std::nullopt;
  return bare.size() == 5 ? bare.back() : line.ends_with('\t') ? '\t' : ' ';
}

bool CsvDialect::is_ignored(std::size_t column) const {
  return std::ranges::binary_search(ignored, column);
}

std::size_t CsvDialect::pixels() const {
  const std::size_t others = ignored.size() + (label ? label_columns() : 0);
  return columns - std::min(others, columns);
}

FormatDetails details_of(const CsvDialect& dialect) {
  FormatDetails details{{FormatFact::separated_by, 0, delimiter_name(dialect.delimiter)},
                        {dialect.header ? FormatFact::header : FormatFact::no_header},
                        label_detail(dialect)};
  const std::size_t ignored = dialect.ignored.size();
  if (ignored == 1 && dialect.id)
    details.push_back({FormatFact::index_ignored});
  else if (ignored > 0)
    details.push_back({FormatFact::columns_ignored, ignored});
  if (const auto scale = fact_of(dialect.scale)) details.push_back({*scale});
  return details;
}

Result<SniffedDialect> sniff_dialect(std::span<const std::string> first_lines,
                                     std::vector<std::string> names) {
  SniffedDialect sniffed;
  CsvDialect& dialect = sniffed.dialect;
  const auto delimiter = named_delimiter(first_lines.front());
  if (delimiter && first_lines.size() > 1) ++sniffed.first_row;
  dialect.delimiter = delimiter.value_or(find_delimiter(first_lines));
  const std::vector<CsvCells> lines = split_lines(first_lines, dialect.delimiter);
  dialect.columns = usual_count(std::span(lines).subspan(sniffed.first_row));
  while (sniffed.first_row + 1 < lines.size() && is_title(lines[sniffed.first_row], dialect.columns))
    ++sniffed.first_row;
  const CsvCells& first = lines[sniffed.first_row];
  dialect.header = !names.empty() || is_header(first);
  if (names.empty() && dialect.header) {
    names.assign(first.begin(), first.end());
    ++sniffed.first_row;
  }
  dialect.names = std::move(names);
  const auto rows = std::span(lines).subspan(sniffed.first_row);
  drop_trailing_columns(dialect, rows);
  fit_names(dialect);
  std::vector<CsvCells> fitting(rows.begin(), rows.end());
  for (CsvCells& row : fitting) {
    while (row.size() > dialect.columns && row.back().empty()) row.pop_back();
  }
  assign_columns(dialect, fitting);
  if (dialect.pixels() != pixel_columns) return wrong_size(dialect);
  dialect.scale = scale_of(fitting, dialect);
  return sniffed;
}

}  // namespace inkling::io
