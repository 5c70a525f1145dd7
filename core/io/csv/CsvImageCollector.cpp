// SPDX-License-Identifier: MIT
#include "core/io/csv/CsvImageCollector.h"

#include <algorithm>
#include <utility>

#include "core/base/HugePages.h"
#include "core/base/Text.h"
#include "core/io/csv/CsvRow.h"

namespace inkling::io {

namespace {

/// The length of the break at the start of `text`, or 0.
std::size_t break_length(std::string_view text, char line_break) {
  if (text.starts_with(line_break)) return 1;
  return line_break == '\n' && text.starts_with("\r\n") ? 2 : 0;
}

}  // namespace

CsvImageCollector::CsvImageCollector(CsvDialect dialect, std::size_t expected, BadRows bad_rows,
                                     LabelRule label_rule)
    : dialect_(std::move(dialect)), bad_rows_(bad_rows), label_rule_(label_rule) {
  leading_ = dialect_.ignored.size();
  const bool side_by_side = leading_ == 0 || dialect_.ignored.back() == leading_ - 1;
  plain_ = side_by_side && dialect_.one_hot.empty() && dialect_.scale.is_bytes();
  values_.resize(dialect_.columns - leading_);
  reserve_huge_pages(dataset_.pixels, std::min(expected, maximum_images) * image_pixels);
}

Status CsvImageCollector::add(std::string_view line, std::size_t row) {
  if (size() == maximum_images)
    return Error{"This file has more than " + group_thousands(maximum_images) + " images. Use a part of it."}
        .with_code("tooManyImages", {{"limit", maximum_images}});
  if (read_fast(line)) {
    append_values(row);
    return success();
  }
  const std::size_t fixed_before = report_.cells_fixed;
  if (auto rejected = read_row_slow(line, row, dialect_, image_, report_)) return skip(std::move(*rejected));
  if (report_.cells_fixed > fixed_before) fixes_of_row_[row] = report_.cells_fixed - fixed_before;
  append_image(row);
  return success();
}

std::size_t CsvImageCollector::add_fast(std::string_view text, char line_break, std::size_t row) {
  // An index may be anything, even a quoted text that seems to go on beyond the line.
  if (leading_ > 0 || size() == maximum_images) return 0;
  const std::size_t cells = read_cells_fast(text);
  if (cells == 0) return 0;
  const std::size_t line_end = break_length(text.substr(cells), line_break);
  if (line_end == 0) return 0;
  append_values(row);
  return cells + line_end;
}

Result<Import> CsvImageCollector::finish() && {
  if (dialect_.label_uncertain && is_label_last()) move_label_to_last();
  if (const Status resolved = resolve_labels(); !resolved) return resolved.error();
  if (const Status checked = check_rejected(report_, size()); !checked) return checked.error();
  ImportSummary summary{.format = "CSV",
                        .rows = size(),
                        .columns = dialect_.columns,
                        .label_column = {},
                        .details = details_of(dialect_),
                        .report = std::move(report_)};
  if (dialect_.label) summary.label_column = *dialect_.label + 1;
  if (has_ten_ && dataset_.labelled()) settle_ten(dataset_, summary.details);
  add_class_count(summary.details, dataset_.classes);
  return Import{std::move(dataset_), std::move(summary), {}, take_ids(), {}};
}

bool CsvImageCollector::read_fast(std::string_view line) {
  if (!plain_) return false;
  CellCursor cursor(line, dialect_.delimiter);
  for (std::size_t column = 0; column < leading_; ++column) {
    const auto cell = cursor.next();
    if (column == dialect_.id) image_.id = cell.value_or("");
  }
  const std::size_t cells = read_cells_fast(cursor.rest());
  if (cells == 0) return false;
  const std::string_view rest = cursor.rest().substr(cells);
  return rest.find_first_not_of(dialect_.delimiter) == std::string_view::npos;
}

/// The length of the plain row, without index, at the start of `text`, or 0.
std::size_t CsvImageCollector::read_cells_fast(std::string_view text) {
  if (!plain_) return 0;
  return read_row_fast(text, dialect_.delimiter, values_);
}

Status CsvImageCollector::skip(RejectedRow rejected) {
  if (bad_rows_ == BadRows::fail) return every_row_needed(rejected);
  add_rejected(report_, std::move(rejected));
  return success();
}

/// Adds what the fast path read.
void CsvImageCollector::append_values(std::size_t row) {
  auto& pixels = dataset_.pixels;
  grow_huge_pages(pixels, image_pixels);
  auto begin = values_.begin();
  if (dialect_.label) {
    const auto label = begin + static_cast<std::ptrdiff_t>(*dialect_.label - leading_);
    append_label(label_table_.add(*label), row);
    pixels.insert(pixels.end(), begin, label);
    begin = label + 1;
  }
  pixels.insert(pixels.end(), begin, values_.end());
  if (dialect_.id) ids_.push_back(std::move(image_.id));
}

/// Adds what the slow path read.
void CsvImageCollector::append_image(std::size_t row) {
  if (dialect_.label) append_label(label_table_.add(std::string_view(image_.label)), row);
  grow_huge_pages(dataset_.pixels, image_pixels);
  dataset_.pixels.insert(dataset_.pixels.end(), image_.pixels.begin(), image_.pixels.end());
  if (dialect_.id) ids_.push_back(std::move(image_.id));
}

void CsvImageCollector::append_label(LabelTable::Id label, std::size_t row) {
  label_ids_.push_back(label);
  label_rows_.push_back(static_cast<std::uint32_t>(row));
}

/// Finds out what the labels mean, now that all are known, and rejects the rows of those that mean nothing.
Status CsvImageCollector::resolve_labels() {
  if (!dialect_.label || label_rule_ == LabelRule::ignore) return success();
  auto resolved = label_table_.resolve(label_ids_, label_rule_);
  if (!resolved) return resolved.error();
  dataset_.labels = std::move(resolved.value().labels);
  dataset_.classes = std::move(resolved.value().classes);
  has_ten_ = resolved.value().has_ten;
  return skip_unlabelled(resolved.value().digits ? digit_count - 1 : 0);
}

Status CsvImageCollector::skip_unlabelled(std::size_t bound) {
  for (RejectedRow& rejected : report_.rejected_rows)
    if (rejected.fault == "label") rejected.bound = bound;
  std::vector<std::uint32_t> kept;
  std::vector<std::size_t> rejected_rows;
  for (std::uint32_t image = 0; image < size(); ++image) {
    if (dataset_.labels[image] != no_class) {
      kept.push_back(image);
      continue;
    }
    rejected_rows.push_back(label_rows_[image]);
    const std::string& found = label_table_.text(label_ids_[image]);
    if (Status skipped = skip(rejected_label(label_rows_[image], dialect_, found, bound)); !skipped)
      return skipped;
  }
  if (kept.size() == size()) return success();
  remove_fixes(rejected_rows);
  std::ranges::sort(report_.rejected_rows, {}, &RejectedRow::row);
  std::vector<std::string> ids;
  for (const std::uint32_t image : kept)
    if (!ids_.empty()) ids.push_back(std::move(ids_[image]));
  ids_ = std::move(ids);
  dataset_ = data::select(dataset_, kept);
  return success();
}

/// What was fixed in rows that are rejected after all need not be reported. `rows` are in order.
void CsvImageCollector::remove_fixes(const std::vector<std::size_t>& rows) {
  for (const std::size_t row : rows)
    if (const auto fixes = fixes_of_row_.find(row); fixes != fixes_of_row_.end())
      report_.cells_fixed -= fixes->second;
  std::erase_if(report_.fixes, [&](const CellFix& fix) { return std::ranges::binary_search(rows, fix.row); });
}

/// None if they only count from 0, as data frames number their rows: that names nothing.
std::vector<std::string> CsvImageCollector::take_ids() {
  for (std::size_t image = 0; image < ids_.size(); ++image)
    if (ids_[image] != std::to_string(image)) return std::move(ids_);
  return {};
}

/// In a file sorted by label, the first rows cannot tell a label of 0 from a blank corner. All rows can.
bool CsvImageCollector::is_label_last() const {
  bool last_is_label = false;
  for (std::size_t index = 0; index < size(); ++index) {
    const std::uint8_t last = dataset_.image(index).back();
    if (label_ids_[index] != 0 || last >= max_classes) return false;
    last_is_label |= last != 0;
  }
  return last_is_label;
}

void CsvImageCollector::move_label_to_last() {
  for (std::size_t index = 0; index < size(); ++index) {
    const std::span<std::uint8_t> image(dataset_.pixels.data() + index * image_pixels, image_pixels);
    std::rotate(image.begin(), image.end() - 1, image.end());
    label_ids_[index] = label_table_.add(std::exchange(image.front(), std::uint8_t{0}));
  }
  dialect_.label = dialect_.columns - 1;
}

}  // namespace inkling::io
