#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace inkling::io {

/// A cell that was missing or not a number, and was read as 0.
struct CellFix {
  std::size_t row = 0, column = 0;  // in the file, from 1
  std::string name;                 // the column's, where the file has a header
  std::string found;                // what stands there, as far as it is not very long
  std::string file = {};            // see name_file
};

/// A row that cannot be used, and was left out.
struct RejectedRow {
  std::size_t row = 0;
  std::size_t column = 0;  // 0 where the row as a whole is wrong
  std::string name;
  std::string fault;      // "values", of which there are too few or too many, "label" or "pixel"
  std::string found;      // how many, or what stands there
  std::size_t bound = 0;  // how many values there must be, or the greatest label or pixel that there is
  std::string file = {};
};

/// So many repairs and so many rows are listed; all are counted.
inline constexpr std::size_t damage_listed = 1000;

/// What was not as it should be in a file that was read all the same.
struct ImportReport {
  std::size_t cells_repaired = 0, rows_refused = 0;
  std::vector<CellFix> repairs;      // the first of them
  std::vector<RejectedRow> refused;  // the first of them
};

/// Says of all that is listed which file it is in.
void name_file(ImportReport& damage, const std::string& file);

/// Puts what was wrong with another file behind.
void append(ImportReport& all, ImportReport more);

/// `row 3: 783 values, expected 785`, as a sentence without its end.
std::string describe(const RejectedRow& refused);

/// A sentence about the repairs with the first places; empty if there are none.
std::string describe_repairs(const ImportReport& damage);

/// The same of the rows left out, beside which `used` others were read.
std::string describe_refused(const ImportReport& damage, std::size_t used);

}  // namespace inkling::io
