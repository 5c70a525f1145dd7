// SPDX-License-Identifier: MIT
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "core/io/csv/CsvDialect.h"

namespace inkling::io {

// CsvReader.h says where to add a quirk.

/// The cells of some rows.
using CsvCells = std::vector<std::string_view>;

/// Whether a file's first row names its columns: it has more names than numbers, or numbers as tools write
/// them for names. These are all different (0, 1, ... 783) or made so by a data frame that took a row of data
/// for the header ("5", "0", "0.1", "0.2", "3", "0.3"). Rows of pixels look like neither.
bool is_header(const CsvCells& cells);

/// Whether a column's name says that it has labels: "label", "[Class]", "y", "Ziffer".
bool is_label_name(std::string_view name);

/// Finds out what each column of a dialect with columns and names is, from rows of that many cells.
/// - Label: the column with a label's name. Otherwise, if one column is left over, the first or the last: one
///   of words, some of which are repeated, or the one that has more values from 1 to 9, or else other whole
///   numbers: corner pixels are nearly always 0. Or ten columns with a single 1 in each row.
/// - Ignored: columns named as an index, and, as long as columns are left over, those at the ends that are
///   empty, text, or numbers that count up or are all different. If 784 names are alike but for a number,
///   all columns but these and the label.
/// What remains are pixels.
void assign_columns(CsvDialect& dialect, std::span<const CsvCells> rows);

}  // namespace inkling::io
