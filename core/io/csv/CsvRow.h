// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "core/base/Digit.h"
#include "core/io/ImportReport.h"
#include "core/io/csv/CsvDialect.h"

namespace inkling::io {

/// Iterates over the cells of one line, each without the blanks and quotes around it. A delimiter inside
/// quotes belongs to the cell; a line break never does. An empty line has one empty cell.
class CellCursor {
 public:
  CellCursor(std::string_view line, char delimiter) : rest_(line), delimiter_(delimiter) {}

  /// The next cell, or nothing after the last.
  std::optional<std::string_view> next();

  /// The line from the next cell on.
  std::string_view rest() const { return rest_; }

 private:
  std::string_view rest_;
  char delimiter_;
  bool at_end_ = false;
};

/// Fast path for nearly all rows: whole numbers from 0 to 255 with nothing but the delimiter between them.
/// Reads values.size() of them from the start of `text` and returns the number of characters read, or 0 if
/// the text is anything else, which read_row_slow() then deals with. The caller checks that the line ends
/// there.
std::size_t read_row_fast(std::string_view text, char delimiter, std::span<std::uint8_t> values);

/// The values of one row.
struct CsvImage {
  std::string label;  // its text; of a one-hot label what its column says
  DigitImage pixels{};
  std::string id;  // of the dialect's id column
};

/// Reads a row of any form into `image`. A pixel that is missing or not a number becomes 0 and is added to
/// `report`. Returns what is wrong with a row that cannot be used: its length, a label that is missing or the
/// column's name, or a pixel outside the dialect's scale. None of that row's cells are then in `report`.
/// `row` is its number in the file.
std::optional<RejectedRow> read_row_slow(std::string_view line, std::size_t row, const CsvDialect& dialect,
                                         CsvImage& image, ImportReport& report);

/// The place of a row's label in a report that rejects it. `bound` is the largest valid label; 0 if it need
/// not be a number.
RejectedRow rejected_label(std::size_t row, const CsvDialect& dialect, std::string_view found,
                           std::size_t bound = digit_count - 1);

}  // namespace inkling::io
