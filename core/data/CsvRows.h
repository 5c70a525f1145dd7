#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/Result.h"
#include "core/data/Import.h"
#include "core/data/TableForm.h"

namespace inkling {

/// Turns the rows of a CSV file whose form is known into images.
class CsvRows {
 public:
  /// `expected` is how many rows are likely to come.
  CsvRows(TableForm form, std::size_t expected);

  /// Adds the image of one line; `row` is its place in the file, for sentences. A cell that is missing or not
  /// a number becomes 0 and is counted; refused are a row of another length, a label that is not 0 to 9 and a
  /// pixel outside the form's scale.
  Status add(std::string_view line, std::size_t row);

  /// Adds the image of the row that `text` starts with if that is as plain as almost all are (see
  /// read_plain_row) and ends with `line_break`; text may go on after it. Returns how many characters it has,
  /// break included, or 0 for any other row.
  std::size_t add_first(std::string_view text, char line_break);

  std::size_t size() const { return dataset_.size(); }

  /// The images and what there is to say about them.
  Import finish() &&;

 private:
  bool read_plain(std::string_view line);
  std::size_t read_plain_cells(std::string_view text);
  Status read_any(std::string_view line, std::size_t row);
  Status read_label(std::string_view cell, std::size_t row);
  Status read_pixel(std::string_view cell, std::size_t row, std::size_t column);
  void tell_repair(std::string_view cell, std::size_t row, std::size_t column);
  void append_image();
  bool label_was_last() const;
  void move_label_to_last();
  std::string repairs() const;

  TableForm form_;
  std::vector<std::uint8_t> values_;  // [columns] of one row; an index is not kept
  Dataset dataset_;
  std::size_t cells_repaired_ = 0;
  std::string repaired_places_;  // the first few
  std::vector<Repair> repair_list_;
};

}  // namespace inkling
