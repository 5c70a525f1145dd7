// SPDX-License-Identifier: MIT
#include "core/io/pictures/PictureTable.h"

#include <algorithm>
#include <map>
#include <utility>

#include "core/io/LabelText.h"
#include "core/io/csv/CsvColumns.h"
#include "core/io/csv/CsvDialect.h"
#include "core/io/csv/CsvRow.h"

namespace inkling::io {

namespace {

CsvCells cells_of(std::string_view line, char delimiter) {
  constexpr std::size_t max_cells = 32;
  CsvCells cells;
  for (CellCursor cursor(line, delimiter); const auto cell = cursor.next();) {
    if (cells.size() == max_cells) return {};
    cells.push_back(*cell);
  }
  return cells;
}

/// The column for which `holds` is true in the most rows, if in nine of ten.
template <class Holds>
std::optional<std::size_t> find_column(std::span<const CsvCells> rows, Holds holds) {
  std::map<std::size_t, std::size_t> hits;
  for (const CsvCells& row : rows)
    for (std::size_t column = 0; column < row.size(); ++column) hits[column] += holds(row[column], column);
  const auto fewer = [](const auto& a, const auto& b) { return a.second < b.second; };
  const auto most = std::ranges::max_element(hits, fewer);
  if (most == hits.end() || most->second * 10 < rows.size() * 9) return std::nullopt;
  return most->first;
}

/// The column, other than that of the files, whose cells are labels by their looks.
std::optional<std::size_t> find_label_column(std::span<const CsvCells> rows, std::size_t file) {
  const auto digits = find_column(
      rows, [&](auto cell, std::size_t column) { return column != file && parse_label(cell).has_value(); });
  if (digits) return digits;
  std::map<std::size_t, std::map<std::string_view, std::size_t>> counts;
  for (const CsvCells& row : rows)
    for (std::size_t column = 0; column < row.size(); ++column) ++counts[column][row[column]];
  return find_column(rows, [&](auto cell, std::size_t column) {
    return column != file && !cell.empty() && counts[column].size() < rows.size();
  });
}

/// The column whose name in the line before the body says that it has labels.
std::optional<std::size_t> named_label_column(std::span<const CsvCells> lines_before) {
  if (lines_before.empty()) return std::nullopt;
  const CsvCells& header = lines_before.back();
  const auto named = std::ranges::find_if(header, is_label_name);
  if (named == header.end()) return std::nullopt;
  return static_cast<std::size_t>(named - header.begin());
}

/// The first row that names a picture begins the body. A header, a title or "sep=;" may come before.
std::optional<PictureTable> find_separated_by(char delimiter, std::span<const std::string> lines) {
  constexpr std::size_t most_lines_before = 8;
  std::vector<CsvCells> rows;
  for (const std::string& line : lines) rows.push_back(cells_of(line, delimiter));
  const auto first = std::ranges::find_if(
      rows, [](const CsvCells& row) { return std::ranges::any_of(row, has_picture_name); });
  const auto before = static_cast<std::size_t>(first - rows.begin());
  if (before > most_lines_before) return std::nullopt;
  const auto body = std::span<const CsvCells>(rows).subspan(before);
  const auto file = find_column(body, [](auto cell, auto) { return has_picture_name(cell); });
  if (!file) return std::nullopt;
  auto label = named_label_column(std::span<const CsvCells>(rows).first(before));
  if (!label) label = find_label_column(body, *file);
  return label ? std::optional(PictureTable(delimiter, *file, *label)) : std::nullopt;
}

}  // namespace

void PictureTable::add(std::string_view line) {
  const CsvCells cells = cells_of(line, delimiter_);
  if (cells.size() <= std::max(file_column_, label_column_)) return;
  const std::string_view label = cells[label_column_];
  if (!label.empty() && has_picture_name(cells[file_column_]) && !is_label_name(label))
    labels_.push_back({std::string(cells[file_column_]), std::string(label)});
}

bool has_picture_name(std::string_view name) {
  std::string lower(name);
  for (char& character : lower)
    if (character >= 'A' && character <= 'Z') character = static_cast<char>(character - 'A' + 'a');
  return std::ranges::any_of(std::initializer_list<std::string_view>{".png", ".jpg", ".jpeg", ".bmp", ".gif",
                                                                     ".webp", ".tif", ".tiff"},
                             [&](std::string_view extension) { return lower.ends_with(extension); });
}

std::optional<PictureTable> find_picture_table(std::span<const std::string> first_lines) {
  const auto named = named_delimiter(first_lines.front());
  for (const char delimiter : named ? std::string(1, *named) : std::string(",;\t|"))
    if (auto table = find_separated_by(delimiter, first_lines)) return table;
  return std::nullopt;
}

}  // namespace inkling::io
