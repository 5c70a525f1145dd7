// SPDX-License-Identifier: MIT
#include "core/io/csv/PixelList.h"

#include <algorithm>

#include "core/base/Digit.h"
#include "core/base/Number.h"
#include "core/base/Text.h"
#include "core/io/csv/CsvRow.h"

namespace inkling::io {

namespace {

constexpr std::string_view separators = " ,;|\t[](){}\"'";

/// Removes and returns the number at the start of a list; empty after the last.
std::string_view take_number(std::string_view& list) {
  list.remove_prefix(std::min(list.find_first_not_of(separators), list.size()));
  const std::string_view number = list.substr(0, list.find_first_of(separators));
  list.remove_prefix(number.size());
  return number;
}

/// How many numbers a cell consists of; 0 if it has anything else.
std::size_t count_numbers(std::string_view list) {
  std::size_t count = 0;
  for (std::string_view number; !(number = take_number(list)).empty(); ++count)
    if (!parse_number(number)) return 0;
  return count;
}

/// A cell of its own has the list, and is in quotes or brackets if it is the only one.
std::optional<std::size_t> find_list(std::string_view line, char delimiter) {
  constexpr std::size_t max_cells = 16;
  CellCursor cursor(line, delimiter);
  std::optional<std::size_t> list;
  std::size_t cells = 0;
  for (; const auto cell = cursor.next(); ++cells) {
    if (cells == max_cells) return std::nullopt;
    if (count_numbers(*cell) == image_pixels) list = cells;
  }
  const bool enclosed = line.starts_with('"') || line.starts_with('[');
  return cells > 1 || enclosed ? list : std::nullopt;
}

}  // namespace

std::string_view PixelList::to_row(std::string_view line) {
  row_.clear();
  CellCursor cursor(line, delimiter_);
  for (std::size_t column = 0; const auto cell = cursor.next(); ++column) {
    if (column > 0) row_ += ',';
    column == column_ ? append_pixels(*cell) : append_cell(*cell);
  }
  return row_;
}

void PixelList::append_pixels(std::string_view cell) {
  const std::size_t begin = row_.size();
  std::string_view list = cell, number = take_number(list);
  const bool header = !number.empty() && !parse_number(number);
  for (int pixel = 0; header && pixel < image_pixels; ++pixel) row_ += "pixel" + std::to_string(pixel) + ',';
  for (; !header && !number.empty(); number = take_number(list)) (row_ += number) += ',';
  if (row_.size() > begin) row_.pop_back();
}

/// In quotes if it needs them.
void PixelList::append_cell(std::string_view cell) {
  const bool plain = cell.find(',') == std::string_view::npos;
  row_ += plain ? std::string(cell) : '"' + std::string(cell) + '"';
}

std::optional<PixelList> find_pixel_list(std::span<const std::string> first_lines) {
  for (const char delimiter : {',', ';', '\t', '|'}) {
    std::size_t lists = 0;
    std::optional<std::size_t> column;
    for (const std::string& line : first_lines) {
      const auto list = find_list(line, delimiter);
      if (!list) continue;
      column = list;
      ++lists;
    }
    if (lists * 2 >= first_lines.size() && column) return PixelList(delimiter, *column);
  }
  return std::nullopt;
}

}  // namespace inkling::io
