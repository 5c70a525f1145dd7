// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "core/base/Result.h"

namespace inkling::io {

/// A cell that was missing or not a number and was read as 0.
struct CellFix {
  std::size_t row = 0, column = 0;  // in the file, counted from 1
  std::string name;                 // of the column, where the file has a header
  std::string found;                // the cell's text, cut to 100 bytes
  std::string file = {};            // see set_file()
};

/// A row that cannot be used and was skipped.
struct RejectedRow {
  std::size_t row = 0;
  std::size_t column = 0;  // 0 where the number of values is wrong
  std::string name;
  std::string fault;      // "values" (their number), "label", "pixel" or "strokes"
  std::string found;      // the number of values, the cell's text, or what is wrong with the strokes
  std::size_t bound = 0;  // the number of values expected, or the largest valid label or pixel; 0 for a label
                          // that is no number
  std::string file = {};
};

/// A file of a folder or an archive that was not used.
struct SkippedFile {
  std::string name;
  Error reason;
};

/// At most this many fixes and this many rejected rows are listed; all are counted.
inline constexpr std::size_t max_listed = 1000;

/// What was wrong in a file that was read nevertheless.
struct ImportReport {
  std::size_t cells_fixed = 0, rows_rejected = 0;
  std::vector<CellFix> fixes;              // the first max_listed
  std::vector<RejectedRow> rejected_rows;  // the first max_listed
  std::vector<SkippedFile> skipped_files;
};

/// Records in each entry which file it is about.
void set_file(ImportReport& report, const std::string& file);

/// Appends the report on another file.
void append(ImportReport& report, ImportReport more);

/// `row 3: 783 values, expected 785`, without a full stop.
std::string describe(const RejectedRow& row);

/// Adds a row that was skipped.
void add_rejected(ImportReport& report, RejectedRow row);

/// Fails if more than one row in ten of `used` and rejected ones was skipped: the file is damaged or of
/// another form than it seems.
Status check_rejected(const ImportReport& report, std::size_t used);

/// The error where no row may be skipped.
Error every_row_needed(const RejectedRow& row);

/// A sentence with the first few fixes; empty if there are none.
std::string describe_fixes(const ImportReport& report);

/// A sentence with the first few skipped files; empty if there are none.
std::string describe_skipped_files(const ImportReport& report);

/// A sentence with the first few rejected rows; empty if there are none. `used` is the number of rows read.
std::string describe_rejected_rows(const ImportReport& report, std::size_t used);

}  // namespace inkling::io
