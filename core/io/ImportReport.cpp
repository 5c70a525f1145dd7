// SPDX-License-Identifier: MIT
#include "core/io/ImportReport.h"

#include <algorithm>
#include <iterator>
#include <string_view>
#include <utility>

#include "core/base/Number.h"
#include "core/base/Text.h"

namespace inkling::io {

namespace {

constexpr std::size_t max_described = 5;
constexpr std::size_t max_skipped_one_in = 10;  // rows

std::string row_name(std::size_t row) {
  return "row " + std::to_string(row);
}

/// `column "pixel3"`, or `column 4` where the header does not name it or the name is not fit to print.
std::string column_name(const std::string& name, std::size_t column) {
  const std::string printable = quoted(name);
  const bool unchanged = !name.empty() && printable == '"' + name + '"';
  return "column " + (unchanged ? printable : std::to_string(column));
}

template <class Entry>
std::string place(const Entry& entry) {
  return row_name(entry.row) + ", " + column_name(entry.name, entry.column);
}

/// A number is printable, but may be of any length.
std::string shortened(std::string_view number) {
  return std::string(number.substr(0, 24));
}

std::string describe_label(const RejectedRow& row) {
  const std::string label = row.found.empty()         ? "missing"
                            : parse_number(row.found) ? shortened(row.found)
                                                      : quoted(row.found);
  return place(row) + ": label " + label + (row.bound > 0 ? ", expected 0 to 9" : "");
}

std::string describe_pixel(const RejectedRow& row) {
  const std::string range = row.bound == 1 ? "0 to 1 as in the first rows" : "0 to 255";
  return place(row) + ": pixel " + shortened(row.found) + ", expected " + range;
}

/// What differs between the sentences about rejected rows.
std::vector<Error::Value> values_of(const RejectedRow& row) {
  return {{"row", row.row},
          {"fault", row.fault == "label" && row.found.empty() ? "noLabel" : row.fault},
          {"found", row.fault == "strokes" ? row.found : shortened(row.found)},
          {"bound", row.bound}};
}

template <class Entry, class Describe>
std::string list_first(const std::vector<Entry>& entries, std::size_t total, Describe describe) {
  std::string text;
  for (std::size_t index = 0; index < std::min(entries.size(), max_described); ++index)
    text += (index > 0 ? "; " : "") + describe(entries[index]);
  return text + (total > max_described ? "; and more." : ".");
}

template <class Entry>
void append_listed(std::vector<Entry>& entries, std::vector<Entry> more) {
  const std::size_t count = std::min(more.size(), max_listed - entries.size());
  std::move(more.begin(), more.begin() + static_cast<std::ptrdiff_t>(count), std::back_inserter(entries));
}

}  // namespace

void set_file(ImportReport& report, const std::string& file) {
  for (CellFix& fix : report.fixes) fix.file = file;
  for (RejectedRow& row : report.rejected_rows) row.file = file;
}

void append(ImportReport& report, ImportReport more) {
  report.cells_fixed += more.cells_fixed;
  report.rows_rejected += more.rows_rejected;
  append_listed(report.fixes, std::move(more.fixes));
  append_listed(report.rejected_rows, std::move(more.rejected_rows));
  std::ranges::move(more.skipped_files, std::back_inserter(report.skipped_files));
}

std::string describe(const RejectedRow& row) {
  if (row.fault == "label") return describe_label(row);
  if (row.fault == "pixel") return describe_pixel(row);
  if (row.fault == "strokes") return row_name(row.row) + ": " + row.found;
  return row_name(row.row) + ": " + row.found + (row.found == "1" ? " value" : " values") + ", expected " +
         std::to_string(row.bound);
}

void add_rejected(ImportReport& report, RejectedRow row) {
  if (report.rejected_rows.size() < max_listed) report.rejected_rows.push_back(std::move(row));
  ++report.rows_rejected;
}

Status check_rejected(const ImportReport& report, std::size_t used) {
  const std::size_t rows = used + report.rows_rejected;
  if (report.rows_rejected * max_skipped_one_in <= rows) return success();
  const RejectedRow& first = report.rejected_rows.front();
  auto values = values_of(first);
  values.push_back({"rejected", report.rows_rejected});
  values.push_back({"rows", rows});
  return Error{describe(first) + ". " + group_thousands(report.rows_rejected) + " of " +
               pluralize(rows, "row") + " can't be used, more than 1 in " +
               std::to_string(max_skipped_one_in) + ". Please fix the file."}
      .with_code("rowsRejected", std::move(values));
}

Error every_row_needed(const RejectedRow& row) {
  return Error{describe(row) + ". Every row of this file is needed. Please fix it."}.with_code(
      "everyRowNeeded", values_of(row));
}

std::string describe_fixes(const ImportReport& report) {
  if (report.cells_fixed == 0) return {};
  return pluralize(report.cells_fixed, "cell") + " missing or not a number, read as 0: " +
         list_first(report.fixes, report.cells_fixed, place<CellFix>);
}

std::string describe_skipped_files(const ImportReport& report) {
  if (report.skipped_files.empty()) return {};
  const auto describe_file = [](const SkippedFile& file) {
    const std::string& reason = file.reason.message;
    return file.name + ": " + reason.substr(0, reason.size() - (reason.ends_with('.') ? 1 : 0));
  };
  const std::size_t count = report.skipped_files.size();
  return pluralize(count, "file") + " not used: " + list_first(report.skipped_files, count, describe_file);
}

std::string describe_rejected_rows(const ImportReport& report, std::size_t used) {
  if (report.rows_rejected == 0) return {};
  const auto describe_row = [](const RejectedRow& row) { return describe(row); };
  return group_thousands(used) + " of " + pluralize(used + report.rows_rejected, "row") + " used, " +
         group_thousands(report.rows_rejected) +
         " skipped: " + list_first(report.rejected_rows, report.rows_rejected, describe_row);
}

}  // namespace inkling::io
