// SPDX-License-Identifier: MIT
#include "core/io/csv/CsvRow.h"

#include <algorithm>
#include <bit>
#include <cstring>
#include <string>

#include "core/base/Digit.h"
#include "core/base/Number.h"
#include "core/base/Text.h"
#include "core/io/LabelText.h"
#include "core/math/ByteBlock.h"

namespace inkling::io {

namespace {

std::string_view unquoted(std::string_view cell) {
  cell = trim(cell, blanks);
  if (cell.size() < 2 || cell.front() != '"' || cell.back() != '"') return cell;
  return trim(cell.substr(1, cell.size() - 2), blanks);
}

/// Where the quote opened at `open` closes; a doubled quote does not close it.
std::size_t closing_quote(std::string_view line, std::size_t open) {
  std::size_t quote = line.find('"', open + 1);
  while (quote != std::string_view::npos && line.substr(quote + 1).starts_with('"'))
    quote = line.find('"', quote + 2);
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
  if (at_end_) return std::nullopt;
  const std::size_t end = cell_end(rest_, delimiter_);
  const std::string_view cell = rest_.substr(0, end);
  at_end_ = end == rest_.size();
  rest_.remove_prefix(at_end_ ? end : end + 1);
  return unquoted(cell);
}

namespace {

constexpr std::ptrdiff_t max_block_cells = math::ByteBlock::size / 2;  // a digit and a delimiter each
constexpr std::ptrdiff_t look_ahead = math::ByteBlock::size + 4;       // digits are loaded four at a time

/// How far a row has been read.
struct Position {
  const char* text;
  std::uint8_t* value;
  unsigned overflow;  // not 0 after a number above 255
};

/// The number of one to three digits at `text`.
unsigned number_at(const char* text, int digits) {
  std::uint32_t characters = 0;
  std::memcpy(&characters, text, sizeof characters);
  characters <<= 8 * (4 - digits);  // the last digit comes uppermost, missing ones become 0
  return (characters >> 8 & 15) * 100 + (characters >> 16 & 15) * 10 + (characters >> 24 & 15);
}

/// Whether a block consists of digits and delimiters, with one to three digits before each delimiter.
bool is_plain(const math::ByteBlock& block, std::uint32_t delimiters) {
  const std::uint32_t empty = delimiters & (delimiters << 1 | 1);
  const std::uint32_t pairs = ~delimiters & ~delimiters >> 1;
  const std::uint32_t long_runs = pairs & pairs >> 2;
  return (block.digit_mask() | delimiters) == ~std::uint32_t{0} && (empty | long_runs) == 0;
}

/// Reads the cells that end within a plain block.
Position read_cells(Position position, std::uint32_t delimiters) {
  int begin = 0;
  for (; delimiters != 0; delimiters &= delimiters - 1) {
    const int end = std::countr_zero(delimiters);
    const unsigned number = number_at(position.text + begin, end - begin);
    position.overflow |= number >> 8;
    *position.value++ = static_cast<std::uint8_t>(number);
    begin = end + 1;
  }
  position.text += begin;
  return position;
}

/// Reads block by block as long as there are enough text and values for a block and all cells are plain.
Position read_blocks(Position position, const char* text_end, const std::uint8_t* values_end,
                     char delimiter) {
  static_assert(std::endian::native == std::endian::little);
  const math::ByteBlock delimiter_block = math::ByteBlock::repeat_pair(delimiter, delimiter);
  const math::ByteBlock zero_cells = math::ByteBlock::repeat_pair('0', delimiter);
  while (values_end - position.value > max_block_cells && text_end - position.text >= look_ahead) {
    const math::ByteBlock block = math::ByteBlock::load(position.text);
    const int zeros = std::countr_one(block.equal_mask(zero_cells)) / 2;
    if (zeros > 0) {
      std::memset(position.value, 0, max_block_cells);
      position.value += zeros;
      position.text += 2 * zeros;
      continue;
    }
    const std::uint32_t delimiters = block.equal_mask(delimiter_block);
    if (!is_plain(block, delimiters)) break;
    position = read_cells(position, delimiters);
  }
  return position;
}

/// Reads the remaining cells one by one; text is null if they are not plain.
Position read_rest(Position position, const char* text_end, const std::uint8_t* values_end, char delimiter) {
  const char* text = position.text;
  const auto digit = [&] { return text == text_end ? 10u : static_cast<unsigned>(*text) - '0'; };
  for (std::uint8_t* value = position.value; value != values_end; ++value) {
    const bool delimited = value == position.value || (text != text_end && *text++ == delimiter);
    unsigned number = digit();
    if (!delimited || number > 9) return {nullptr, value, 0};
    ++text;
    for (int more = 0; more < 2 && digit() <= 9; ++more)
      number = number * 10 + static_cast<unsigned>(*text++ - '0');
    position.overflow |= number >> 8;
    *value = static_cast<std::uint8_t>(number);
  }
  position.text = text;
  return position;
}

}  // namespace

std::size_t read_row_fast(std::string_view text, char delimiter, std::span<std::uint8_t> values) {
  const char* const begin = text.data();
  const char* const end = begin + text.size();
  const std::uint8_t* const values_end = values.data() + values.size();
  Position position = read_blocks({begin, values.data(), 0}, end, values_end, delimiter);
  position = read_rest(position, end, values_end, delimiter);
  return position.text && position.overflow == 0 ? static_cast<std::size_t>(position.text - begin) : 0;
}

namespace {

std::string excerpt(std::string_view text) {
  constexpr std::size_t max_length = 100;
  return std::string(text.substr(0, max_length));
}

/// Without the empty cells at the end that are beyond the columns.
std::size_t count_cells(std::string_view line, const CsvDialect& dialect) {
  std::size_t cells = 0, filled = 0;
  for (CellCursor cursor(line, dialect.delimiter); const auto cell = cursor.next();) {
    ++cells;
    if (!cell->empty()) filled = cells;
  }
  return std::max(filled, std::min(cells, dialect.columns));
}

std::string column_name(const CsvDialect& dialect, std::size_t column) {
  return dialect.names.empty() ? std::string() : excerpt(dialect.names[column]);
}

class CsvRowSlowPath {
 public:
  CsvRowSlowPath(std::size_t row, const CsvDialect& dialect, CsvImage& image, ImportReport& report)
      : row_(row), dialect_(dialect), image_(image), report_(report) {}

  std::optional<RejectedRow> read(std::string_view line) {
    if (const std::size_t cells = count_cells(line, dialect_); cells != dialect_.columns)
      return RejectedRow{row_, 0, {}, "values", std::to_string(cells), dialect_.columns};
    hot_columns_ = 0;
    pixel_ = image_.pixels.begin();
    CellCursor cursor(line, dialect_.delimiter);
    for (std::size_t column = 0; column < dialect_.columns; ++column) {
      const std::string_view cell = *cursor.next();
      auto rejected = read_cell(cell, column);
      if (rejected) return rejected;
    }
    if (is_header()) return rejected_label(row_, dialect_, image_.label);
    return std::nullopt;
  }

 private:
  std::optional<RejectedRow> read_cell(std::string_view cell, std::size_t column) {
    if (column == dialect_.id) image_.id = cell;
    if (dialect_.is_ignored(column)) return std::nullopt;
    if (!dialect_.is_label(column)) return read_pixel(cell, column);
    return !dialect_.one_hot.empty() ? read_hot(cell, column) : read_label(cell);
  }

  /// Whether the row repeats the names of the columns, as where two files were put together.
  bool is_header() const {
    return fixed_ == image_pixels && dialect_.label && dialect_.one_hot.empty() && !dialect_.names.empty() &&
           image_.label == dialect_.names[*dialect_.label];
  }

  std::optional<RejectedRow> read_label(std::string_view cell) {
    if (cell.empty()) return rejected_label(row_, dialect_, cell);
    image_.label = cell;
    return std::nullopt;
  }

  /// One of the columns of a one-hot label, with exactly a single 1 in all.
  std::optional<RejectedRow> read_hot(std::string_view cell, std::size_t column) {
    const std::size_t place = column - *dialect_.label;
    const auto flag = parse_flag(cell);
    if (flag == true) {
      image_.label = dialect_.one_hot[place];
      ++hot_columns_;
    }
    const bool last = place + 1 == dialect_.label_columns();
    if (flag && (!last || hot_columns_ == 1)) return std::nullopt;
    return rejected_label(row_, dialect_, cell);
  }

  std::optional<RejectedRow> read_pixel(std::string_view cell, std::size_t column) {
    const std::optional<double> number = parse_number(cell);
    if (!number) add_fix(cell, column);
    const auto pixel = number ? dialect_.scale.to_byte(*number) : std::uint8_t{0};
    if (!pixel) {
      const std::size_t ink = dialect_.scale.is_bytes() ? 255 : 1;
      return RejectedRow{row_, column + 1, column_name(dialect_, column), "pixel", excerpt(cell), ink};
    }
    *pixel_++ = *pixel;
    return std::nullopt;
  }

  void add_fix(std::string_view cell, std::size_t column) {
    ++report_.cells_fixed;
    ++fixed_;
    if (report_.fixes.size() < max_listed)
      report_.fixes.push_back({row_, column + 1, column_name(dialect_, column), excerpt(cell)});
  }

  std::size_t row_;
  const CsvDialect& dialect_;
  CsvImage& image_;
  ImportReport& report_;
  std::size_t hot_columns_ = 0;
  int fixed_ = 0;  // pixels
  DigitImage::iterator pixel_{};
};

}  // namespace

std::optional<RejectedRow> read_row_slow(std::string_view line, std::size_t row, const CsvDialect& dialect,
                                         CsvImage& image, ImportReport& report) {
  const std::size_t fixed_before = report.cells_fixed, listed_before = report.fixes.size();
  std::optional<RejectedRow> rejected = CsvRowSlowPath(row, dialect, image, report).read(line);
  if (rejected) {
    report.cells_fixed = fixed_before;
    report.fixes.resize(listed_before);
  }
  return rejected;
}

RejectedRow rejected_label(std::size_t row, const CsvDialect& dialect, std::string_view found,
                           std::size_t bound) {
  const std::size_t column = *dialect.label;
  return {row, column + 1, column_name(dialect, column), "label", excerpt(found), bound};
}

}  // namespace inkling::io
