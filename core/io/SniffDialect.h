#pragma once

#include <cstddef>
#include <span>
#include <string>

#include "core/io/CsvDialect.h"

namespace inkling::io {

/// As many rows as decide the form, if the file has them.
inline constexpr std::size_t dialect_probe_rows = 32;

/// Finds the form from the first rows of a file, blank lines left out; there must be one row at least.
/// - Delimiter: the one of semicolon, tab, comma and space that makes the first row 784 to 786 cells long.
/// - Header: as is_header says.
/// - Index: the first column if there are more than pixels and label need, and it is named so or counts up.
/// It
///   is told from labels by three rows that count beyond 9.
/// - Label: the column named so; else, if there is one more than pixels need, the first or the last,
/// whichever
///   holds 1 to 9 in more rows: the pixel in a corner seldom does.
/// - Scale: 0 to 1 if no pixel is above 1 and some are fractions, or if one in a hundred is 1.
/// Refused where that does not leave 784 pixels.
Result<CsvDialect> sniff_dialect(std::span<const std::string> first_rows);

}  // namespace inkling::io
