// SPDX-License-Identifier: MIT
#include "core/io/CsvReader.h"

#include <algorithm>
#include <numeric>
#include <utility>

#include "core/base/HugePages.h"
#include "core/base/Text.h"
#include "core/io/CsvRow.h"

namespace inkling::io {

namespace {

constexpr std::size_t max_skipped_one_in = 10;  // rows

/// The length of the break at the start of `text`, or 0.
std::size_t break_length(std::string_view text, char line_break) {
  if (text.starts_with(line_break)) return 1;
  return line_break == '\n' && text.starts_with("\r\n") ? 2 : 0;
}

Error too_many_rejected(const ImportReport& report, std::size_t rows) {
  return {describe(report.rejected_rows.front()) + ". " + group_thousands(report.rows_rejected) + " of " +
          pluralize(rows, "row") + " can't be used, more than 1 in " + std::to_string(max_skipped_one_in) +
          ". Please fix the file."};
}

}  // namespace

CsvRows::CsvRows(CsvDialect dialect, std::size_t expected, BadRows bad_rows)
    : dialect_(std::move(dialect)), bad_rows_(bad_rows), values_(dialect_.columns) {
  reserve_huge_pages(dataset_.pixels, std::min(expected, maximum_images) * image_pixels);
}

Status CsvRows::add(std::string_view line, std::size_t row) {
  if (size() == maximum_images)
    return Error{"This file has more than " + group_thousands(maximum_images) + " images. Use a part of it."};
  if (!read_fast(line)) {
    if (auto rejected = read_row_slow(line, row, dialect_, values_, report_))
      return skip(std::move(*rejected));
  }
  append_image();
  return success();
}

std::size_t CsvRows::add_fast(std::string_view text, char line_break) {
  // An index may be anything, even a quoted text that seems to go on beyond the line.
  if (dialect_.index_first || size() == maximum_images) return 0;
  const std::size_t cells = read_cells_fast(text);
  if (cells == 0) return 0;
  const std::size_t line_end = break_length(text.substr(cells), line_break);
  if (line_end == 0) return 0;
  append_image();
  return cells + line_end;
}

Result<Import> CsvRows::finish() && {
  const std::size_t rows = size() + report_.rows_rejected;
  if (report_.rows_rejected * max_skipped_one_in > rows) return too_many_rejected(report_, rows);
  if (dialect_.label_uncertain && is_label_last()) move_label_to_last();
  ImportSummary summary{.format = "CSV",
                        .rows = size(),
                        .columns = dialect_.columns,
                        .label_column = {},
                        .details = describe(dialect_),
                        .report = std::move(report_)};
  if (dialect_.label) summary.label_column = *dialect_.label + 1;
  return Import{std::move(dataset_), std::move(summary), {}};
}

bool CsvRows::read_fast(std::string_view line) {
  CellCursor cursor(line, dialect_.delimiter);
  if (dialect_.index_first) cursor.next();
  const std::size_t cells = read_cells_fast(cursor.rest());
  return cells != 0 && cells == cursor.rest().size();
}

/// The length of the plain row, without index, at the start of `text`, or 0.
std::size_t CsvRows::read_cells_fast(std::string_view text) {
  if (dialect_.unit_scale) return 0;
  const auto values = std::span(values_).subspan(dialect_.index_first ? 1 : 0);
  const std::size_t length = read_row_fast(text, dialect_.delimiter, values);
  return dialect_.label && values_[*dialect_.label] >= class_count ? 0 : length;
}

Status CsvRows::skip(RejectedRow rejected) {
  if (bad_rows_ == BadRows::fail)
    return Error{describe(rejected) + ". Every row of this file is needed. Please fix it."};
  if (report_.rejected_rows.size() < max_listed) report_.rejected_rows.push_back(std::move(rejected));
  ++report_.rows_rejected;
  return success();
}

void CsvRows::append_image() {
  auto& pixels = dataset_.pixels;
  grow_huge_pages(pixels, image_pixels);
  auto begin = values_.begin() + (dialect_.index_first ? 1 : 0);
  if (dialect_.label) {
    const auto label = values_.begin() + static_cast<std::ptrdiff_t>(*dialect_.label);
    dataset_.labels.push_back(*label);
    pixels.insert(pixels.end(), begin, label);
    begin = label + 1;
  }
  pixels.insert(pixels.end(), begin, values_.end());
}

/// In a file sorted by label, the first rows cannot tell a label of 0 from a blank corner. All rows can.
bool CsvRows::is_label_last() const {
  bool last_is_label = false;
  for (std::size_t index = 0; index < size(); ++index) {
    const std::uint8_t last = dataset_.image(index).back();
    if (dataset_.labels[index] != 0 || last >= class_count) return false;
    last_is_label |= last != 0;
  }
  return last_is_label;
}

void CsvRows::move_label_to_last() {
  for (std::size_t index = 0; index < size(); ++index) {
    const std::span<std::uint8_t> image(dataset_.pixels.data() + index * image_pixels, image_pixels);
    std::rotate(image.begin(), image.end() - 1, image.end());
    std::swap(image.front(), dataset_.labels[index]);
  }
  dialect_.label = dialect_.columns - 1;
}

Status CsvReader::push(std::span<const char> chunk) {
  return lines_.push(
      chunk, [this](std::string_view line) { return take_line(line); },
      [this](std::string_view text, char line_break) {
        return rows_ ? rows_->add_fast(text, line_break) : 0;
      });
}

Result<Import> CsvReader::finish() {
  Status status = lines_.finish([this](std::string_view line) { return take_line(line); });
  if (!status) return status.error();
  if (!rows_ && first_lines_.empty()) return Error{"This file is empty."};
  if (!rows_ && !(status = take_first_lines())) return status.error();
  if (rows_->empty()) return Error{"This file has a header but no rows."};
  return std::move(*rows_).finish();
}

Status CsvReader::take_line(std::string_view line) {
  if (line.find_first_not_of(" \t\r\n") == std::string_view::npos) return success();
  if (rows_) return rows_->add(line, lines_.line_number());
  first_lines_.emplace_back(line);
  first_rows_.push_back(lines_.line_number());
  return first_lines_.size() > dialect_probe_rows ? take_first_lines() : success();
}

Status CsvReader::take_first_lines() {
  Result<CsvDialect> dialect = sniff_dialect(first_lines_);
  if (!dialect) return dialect.error();
  const std::size_t header_lines = dialect.value().has_header() ? 1 : 0;
  rows_.emplace(std::move(dialect).value(), expected_rows(), bad_rows_);
  for (std::size_t line = header_lines; line < first_lines_.size(); ++line) {
    if (Status status = rows_->add(first_lines_[line], first_rows_[line]); !status) return status;
  }
  first_lines_ = {};
  return success();
}

/// Estimated from the average length of the first lines, plus a margin.
std::size_t CsvReader::expected_rows() const {
  const std::size_t lines = first_lines_.size() - 1;  // the first may be a header
  if (lines == 0) return 1;
  const auto add_length = [](std::size_t sum, const std::string& line) { return sum + line.size(); };
  const std::size_t bytes =
      std::accumulate(first_lines_.begin() + 1, first_lines_.end(), std::size_t{0}, add_length);
  const std::size_t rows = expected_bytes_ / (bytes / lines + 1);
  return rows + rows / 16;
}

}  // namespace inkling::io
