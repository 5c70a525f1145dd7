// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "core/base/Result.h"

namespace inkling::io {

/// The layout of a CSV file of images.
struct CsvDialect {
  char delimiter = ',';
  std::size_t columns = 0;           // cells per row
  std::vector<std::string> names;    // [columns] from the header; empty without one
  bool index_first = false;          // column 0 numbers the rows and is ignored
  std::optional<std::size_t> label;  // label column, counted from 0
  bool label_uncertain = false;      // the probed rows fit a label first or last; first was assumed
  bool unit_scale = false;           // pixels range from 0 to 1 instead of 0 to 255

  bool has_header() const { return !names.empty(); }

  /// The number of columns that are neither index nor label.
  std::size_t pixels() const;
};

/// "comma-separated, with a header, label first".
std::string describe(const CsvDialect& dialect);

/// The number of rows that sniff_dialect() needs, if the file has that many.
inline constexpr std::size_t dialect_probe_rows = 32;

/// Detects the dialect from the first rows of a file, at least one, without blank lines.
/// - Delimiter: the first of semicolon, tab, comma and space that gives the first row 784 to 786 cells.
/// - Header: the first row has more names than numbers, or its numbers are all different.
/// - Index: the first column, if there is a column too many and its name or its counting up says so. Three
///   rows that count beyond 9 tell it from labels.
/// - Label: the column with a label's name. Otherwise, if there are 785 columns besides the index, the first
///   or the last, whichever has more values from 1 to 9: corner pixels are nearly always 0.
/// - Scale: 0 to 1 if no pixel is above 1 and some are fractions, or one in a hundred is 1.
/// Fails if that does not leave 784 pixels.
Result<CsvDialect> sniff_dialect(std::span<const std::string> first_rows);

}  // namespace inkling::io
