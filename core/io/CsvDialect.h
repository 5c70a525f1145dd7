#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "core/base/Result.h"

namespace inkling::io {

/// How a CSV file of images is laid out.
struct CsvDialect {
  char delimiter = ',';
  std::size_t columns = 0;           // cells in each row
  std::vector<std::string> names;    // [columns] from the header; empty without one
  bool index_first = false;          // column 0 numbers the rows, and is dropped
  std::optional<std::size_t> label;  // its column, counted from 0
  bool label_unsure = false;         // no row shown told the label from a pixel; the first column was taken
  bool unit_scale = false;           // pixels go from 0 to 1 instead of 0 to 255

  bool has_header() const { return !names.empty(); }

  /// The columns that are neither index nor label.
  std::size_t pixels() const;
};

/// "comma-separated, with a header, label first".
std::string describe(const CsvDialect& form);

/// How a person finds a column, counted from 1: `column "pixel3"`, or `column 4` where the header does not
/// name it.
std::string column_name(const std::string& name, std::size_t column);

/// Says which size the images of the form have, if it is known, and that it is not 28x28.
Error wrong_size(const CsvDialect& form);

}  // namespace inkling::io
