#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "core/base/Result.h"
#include "core/io/CsvDialect.h"
#include "core/io/Import.h"

namespace inkling::io {

/// Turns the rows of a CSV file whose form is known into images.
class CsvRows {
 public:
  /// `expected` is how many rows are likely to come.
  CsvRows(CsvDialect form, std::size_t expected, BadRows bad_rows);

  /// Adds the image of one line; `row` is its place in the file, for sentences. What read_row_slow cannot use
  /// is left out, or refused as `bad_rows` says.
  Status add(std::string_view line, std::size_t row);

  /// Adds the image of the row that `text` starts with if that is as plain as almost all are (see
  /// read_row_fast) and ends with `line_break`; text may go on after it. Returns how many characters it has,
  /// break included, or 0 for any other row.
  std::size_t add_first(std::string_view text, char line_break);

  std::size_t size() const { return dataset_.size(); }

  /// No line was an image, nor one that was left out.
  bool empty() const { return size() == 0 && damage_.rows_refused == 0; }

  /// The images and what there is to say about them. Refused where more than one row in ten was left out: the
  /// form is not what it was taken for then, or the file is damaged.
  Result<Import> finish() &&;

 private:
  bool read_plain(std::string_view line);
  std::size_t read_plain_cells(std::string_view text);
  Status leave_out(RejectedRow refused);
  void append_image();
  bool label_was_last() const;
  void move_label_to_last();

  CsvDialect form_;
  BadRows bad_rows_;
  std::vector<std::uint8_t> values_;  // [columns] of one row; an index is not kept
  data::Dataset dataset_;
  ImportReport damage_;
};

}  // namespace inkling::io
