// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/Digit.h"
#include "core/base/Result.h"
#include "core/io/csv/PixelScale.h"

namespace inkling::io {

/// The number of columns that hold pixels.
inline constexpr std::size_t pixel_columns = image_pixels;

/// The layout of a CSV file of images. CsvReader.h says where to add a quirk.
struct CsvDialect {
  char delimiter = ',';
  std::size_t columns = 0;           // cells per row; empty cells beyond them are ignored
  bool header = false;               // the first row has names
  std::vector<std::string> names;    // [columns] from the header; empty without one
  std::vector<std::size_t> ignored;  // columns that are neither label nor pixels, in order, counted from 0
  std::optional<std::size_t> id;     // of the ignored columns, the one that names the images
  std::optional<std::size_t> label;  // label column, counted from 0; the first of them if it is one-hot
  std::vector<std::string> one_hot;  // of a one-hot label, what a 1 in each of its columns says
  bool label_uncertain = false;      // the probed rows fit a label first or last; first was assumed
  PixelScale scale;

  bool is_ignored(std::size_t column) const;
  std::size_t label_columns() const { return one_hot.empty() ? 1 : one_hot.size(); }
  bool is_label(std::size_t column) const {
    return label && column >= *label && column < *label + label_columns();
  }

  /// The number of columns that are neither ignored nor label.
  std::size_t pixels() const;
};

/// The delimiter that a first line for Excel names, as "sep=;" does.
std::optional<char> named_delimiter(std::string_view line);

/// Its delimiter, header, label, ignored columns and scale.
FormatDetails details_of(const CsvDialect& dialect);

/// The number of rows that sniff_dialect() needs, if the file has that many.
inline constexpr std::size_t dialect_probe_rows = 32;

struct SniffedDialect {
  CsvDialect dialect;
  std::size_t first_row = 0;  // of the probed lines, the first that is an image: titles and names come before
};

/// Detects the dialect from the first lines of a file, at least one, without blank lines. `names` are the
/// columns' names if the file has them in another place than its header.
/// - Delimiter: the one that Excel's line "sep=;" names. Otherwise the first of semicolon, tab, comma, bar
///   and space that gives most lines 784 to 800 cells.
/// - Titles: lines before the others with fewer cells, or with texts and mostly empty cells.
/// - Header: the first row has more names than numbers, or its numbers are all different. R leaves out the
///   name of the first column.
/// - Columns: see assign_columns().
/// - Scale: see find_scale().
/// Fails if that does not leave 784 pixels.
Result<SniffedDialect> sniff_dialect(std::span<const std::string> first_lines,
                                     std::vector<std::string> names = {});

}  // namespace inkling::io
