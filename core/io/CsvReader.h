#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/Result.h"
#include "core/io/CsvRows.h"
#include "core/io/Import.h"
#include "core/io/LineSplitter.h"

namespace inkling::io {

/// Reads a CSV file of 28x28 images from chunks of any size; how the file is cut changes nothing. The form is
/// found from the first rows (see sniff_dialect). Blank lines are passed over, but counted in row numbers. A
/// line break always ends a row, between quotes too. A file with a NUL byte or a line that no row of images
/// can be is refused whole, whatever is done with rows: it is no text, or has no rows.
class CsvReader {
 public:
  explicit CsvReader(BadRows bad_rows = BadRows::omitted) : bad_rows_(bad_rows) {}

  /// Tells how long the file is, if that is known: memory for its images is then taken once. A guess, not a
  /// promise, and best given first.
  void expect(std::size_t bytes) { expected_bytes_ = bytes; }

  /// Refuses with row, column and reason. After a refusal nothing more may be asked.
  Status push(std::span<const char> chunk);

  /// To be called once, after the last chunk.
  Result<Import> finish();

  std::size_t rows_read() const { return rows_ ? rows_->size() : 0; }

 private:
  Status take_line(std::string_view line);
  Status take_first_lines();
  std::size_t expected_rows() const;

  static constexpr std::size_t longest_line = std::size_t{1} << 20;

  BadRows bad_rows_;
  LineSplitter lines_{longest_line};
  std::vector<std::string> first_lines_;  // kept until they tell the form
  std::vector<std::size_t> first_rows_;   // where in the file they stand
  std::size_t expected_bytes_ = 0;
  std::optional<CsvRows> rows_;  // once the form is known
};

}  // namespace inkling::io
