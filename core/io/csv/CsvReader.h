// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/Result.h"
#include "core/io/Import.h"
#include "core/io/LabelTable.h"
#include "core/io/LineSplitter.h"
#include "core/io/csv/ArffHeader.h"
#include "core/io/csv/CsvImageCollector.h"
#include "core/io/csv/PixelList.h"
#include "core/io/pictures/PictureTable.h"

namespace inkling::io {

/// Reads a CSV file of 28x28 images in chunks of any size. The dialect is detected from the first rows (see
/// sniff_dialect()). A file may also be ARFF (see ArffHeader), or have all pixels of an image in one cell
/// (see PixelList). Blank lines are skipped but counted in row numbers. A line break always ends a row, even
/// inside quotes. A file with a NUL byte or an absurdly long line is not a text table and is rejected
/// whatever BadRows says.
///
/// To add a quirk of CSV files: CsvDialect if it concerns the whole file, CsvColumns a column, CsvRow a cell,
/// LabelText a label, LineSplitter the end of a line. Then a case in tests/core/io, and a seed of the fuzzer
/// in tests/fuzz/Seeds.cpp.
class CsvReader {
 public:
  explicit CsvReader(BadRows bad_rows = BadRows::skip, LabelRule label_rule = LabelRule::find_out)
      : bad_rows_(bad_rows), label_rule_(label_rule) {}

  /// Announces the file's size, so that memory is allocated once. Only a hint; call it before push().
  void set_expected_size(std::size_t bytes) { expected_bytes_ = bytes; }

  /// Errors name the row, the column and the reason. No calls are allowed after an error.
  Status push(std::span<const char> chunk);

  /// Call once, after the last chunk.
  Result<Import> finish();

  std::size_t rows_read() const { return rows_ ? rows_->size() : 0; }

 private:
  Status take_line(std::string_view line);
  Status take_table_line(std::string_view line);
  Status detect_dialect();
  std::size_t expected_rows() const;

  static constexpr std::size_t longest_line = std::size_t{1} << 20;

  BadRows bad_rows_;
  LabelRule label_rule_;
  LineSplitter lines_{longest_line};
  std::vector<std::string> first_lines_;  // collected until the dialect is known
  std::vector<std::size_t> first_rows_;   // their row numbers
  std::size_t expected_bytes_ = 0;
  std::optional<ArffHeader> arff_;
  std::optional<PixelList> list_;
  std::optional<PictureTable> pictures_;
  std::optional<CsvImageCollector> rows_;  // once the dialect is known
};

}  // namespace inkling::io
