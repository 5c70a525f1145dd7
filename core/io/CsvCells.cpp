#include "core/io/CsvCells.h"

#include <algorithm>

#include "core/base/Text.h"

namespace inkling::io {

namespace {

constexpr std::string_view blanks = " \t\r\n";

std::string_view bare(std::string_view cell) {
  cell = trim(cell, blanks);
  if (cell.size() < 2 || cell.front() != '"' || cell.back() != '"') return cell;
  return trim(cell.substr(1, cell.size() - 2), blanks);
}

/// Where the quote opened at `open` closes; a doubled quote does not close it.
std::size_t closing_quote(std::string_view line, std::size_t open) {
  std::size_t quote = line.find('"', open + 1);
  while (quote != std::string_view::npos && line.substr(quote + 1).starts_with('"')) {
    quote = line.find('"', quote + 2);
  }
  return quote;
}

std::size_t cell_end(std::string_view line, char delimiter) {
  std::size_t begin = 0;
  while (begin < line.size() && line[begin] == ' ') ++begin;
  if (line.substr(begin).starts_with('"')) begin = closing_quote(line, begin);
  return std::min(line.find(delimiter, begin), line.size());
}

}  // namespace

std::optional<std::string_view> CellCursor::next() {
  if (ended_) return std::nullopt;
  const std::size_t end = cell_end(rest_, delimiter_);
  const std::string_view cell = rest_.substr(0, end);
  ended_ = end == rest_.size();
  rest_.remove_prefix(ended_ ? end : end + 1);
  return bare(cell);
}

}  // namespace inkling::io
