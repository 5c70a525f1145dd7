// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/Result.h"
#include "core/io/Import.h"
#include "core/io/LabelTable.h"
#include "core/io/csv/CsvDialect.h"
#include "core/io/csv/CsvRow.h"

namespace inkling::io {

/// Collects the images of a CSV file whose dialect is known.
class CsvImageCollector {
 public:
  /// Reserves memory for `expected` images.
  CsvImageCollector(CsvDialect dialect, std::size_t expected, BadRows bad_rows,
                    LabelRule label_rule = LabelRule::find_out);

  /// Adds the image of one line; `row` is its number in the file. A row that read_row_slow() rejects is
  /// skipped, or an error, as `bad_rows` says.
  Status add(std::string_view line, std::size_t row);

  /// Adds the image of row `row` at the start of `text` if read_row_fast() can read it and `line_break`
  /// follows. Returns the number of characters used, with the break, or 0 for any other row.
  std::size_t add_fast(std::string_view text, char line_break, std::size_t row);

  std::size_t size() const { return dataset_.size(); }

  /// No rows were used or skipped.
  bool empty() const { return size() == 0 && report_.rows_rejected == 0; }

  /// Fails if more than one row in ten was skipped: the dialect is probably wrong, or the file damaged.
  Result<Import> finish() &&;

 private:
  bool read_fast(std::string_view line);
  std::size_t read_cells_fast(std::string_view text);
  Status skip(RejectedRow rejected);
  void append_values(std::size_t row);
  void append_image(std::size_t row);
  void append_label(LabelTable::Id label, std::size_t row);
  Status resolve_labels();
  Status skip_unlabelled(std::size_t bound);
  void remove_fixes(const std::vector<std::size_t>& rows);
  std::vector<std::string> take_ids();
  bool is_label_last() const;
  void move_label_to_last();

  CsvDialect dialect_;
  BadRows bad_rows_;
  LabelRule label_rule_;
  bool plain_;           // the columns used lie side by side and hold bytes: the fast path can read them
  std::size_t leading_;  // ignored columns before them
  std::vector<std::uint8_t> values_;  // of one row, read by the fast path
  CsvImage image_;                    // of one row, read by the slow path
  data::Dataset dataset_;
  std::vector<std::string> ids_;
  LabelTable label_table_;
  std::vector<LabelTable::Id> label_ids_;            // [images] if labelled
  std::vector<std::uint32_t> label_rows_;            // [images] their rows in the file
  std::map<std::size_t, std::size_t> fixes_of_row_;  // where there are some
  bool has_ten_ = false;                             // see ResolvedLabels
  ImportReport report_;
};

}  // namespace inkling::io
