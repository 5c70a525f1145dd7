// SPDX-License-Identifier: MIT
#include "core/io/csv/CsvImageCollector.h"

#include <algorithm>
#include <utility>

#include "core/base/HugePages.h"
#include "core/base/Text.h"
#include "core/data/Appearance.h"
#include "core/io/csv/CsvRow.h"

namespace inkling::io {

namespace {

/// The length of the break at the start of `text`, or 0.
std::size_t break_length(std::string_view text, char line_break) {
  if (text.starts_with(line_break)) return 1;
  return line_break == '\n' && text.starts_with("\r\n") ? 2 : 0;
}

}  // namespace

CsvImageCollector::CsvImageCollector(CsvDialect dialect, std::size_t expected, BadRows bad_rows)
    : dialect_(std::move(dialect)), bad_rows_(bad_rows) {
  leading_ = dialect_.ignored.size();
  const bool side_by_side = leading_ == 0 || dialect_.ignored.back() == leading_ - 1;
  plain_ = side_by_side && dialect_.label_columns == 1 && dialect_.scale.is_bytes();
  values_.resize(dialect_.columns - leading_);
  reserve_huge_pages(dataset_.pixels, std::min(expected, maximum_images) * image_pixels);
}

Status CsvImageCollector::add(std::string_view line, std::size_t row) {
  if (size() == maximum_images)
    return Error{"This file has more than " + group_thousands(maximum_images) + " images. Use a part of it."}
        .with_code("tooManyImages", {{"limit", maximum_images}});
  if (read_fast(line)) {
    append_values();
    return success();
  }
  if (auto rejected = read_row_slow(line, row, dialect_, image_, report_)) return skip(std::move(*rejected));
  append_image(row);
  return success();
}

std::size_t CsvImageCollector::add_fast(std::string_view text, char line_break) {
  // An index may be anything, even a quoted text that seems to go on beyond the line.
  if (leading_ > 0 || size() == maximum_images) return 0;
  const std::size_t cells = read_cells_fast(text);
  if (cells == 0) return 0;
  const std::size_t line_end = break_length(text.substr(cells), line_break);
  if (line_end == 0) return 0;
  append_values();
  return cells + line_end;
}

Result<Import> CsvImageCollector::finish() && {
  if (const Status resolved = resolve_labels(); !resolved) return resolved.error();
  if (const Status checked = check_rejected(report_, size()); !checked) return checked.error();
  if (dialect_.label_uncertain && is_label_last()) move_label_to_last();
  ImportSummary summary{.format = "CSV",
                        .rows = size(),
                        .columns = dialect_.columns,
                        .label_column = {},
                        .details = describe(dialect_),
                        .report = std::move(report_)};
  if (dialect_.label) summary.label_column = *dialect_.label + 1;
  if (const std::string labels = describe_labels(); !labels.empty()) summary.details += ", " + labels;
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
  const std::size_t length = read_row_fast(text, dialect_.delimiter, values_);
  return dialect_.label && values_[*dialect_.label - leading_] >= class_count ? 0 : length;
}

Status CsvImageCollector::skip(RejectedRow rejected) {
  if (bad_rows_ == BadRows::fail) return every_row_needed(rejected);
  add_rejected(report_, std::move(rejected));
  return success();
}

/// Adds what the fast path read.
void CsvImageCollector::append_values() {
  auto& pixels = dataset_.pixels;
  grow_huge_pages(pixels, image_pixels);
  auto begin = values_.begin();
  if (dialect_.label) {
    const auto label = begin + static_cast<std::ptrdiff_t>(*dialect_.label - leading_);
    dataset_.labels.push_back(*label);
    pixels.insert(pixels.end(), begin, label);
    begin = label + 1;
  }
  pixels.insert(pixels.end(), begin, values_.end());
  if (dialect_.id) ids_.push_back(std::move(image_.id));
}

/// Adds what the slow path read.
void CsvImageCollector::append_image(std::size_t row) {
  if (dialect_.label) {
    if (!image_.found.empty()) meaning_.add_word(image_.found);
    if (image_.label >= class_count) uncertain_.push_back({row, size(), image_.found});
    dataset_.labels.push_back(image_.label);
  }
  grow_huge_pages(dataset_.pixels, image_pixels);
  dataset_.pixels.insert(dataset_.pixels.end(), image_.pixels.begin(), image_.pixels.end());
  if (dialect_.id) ids_.push_back(std::move(image_.id));
}

/// Replaces the labels whose meaning is known only now, or rejects their rows.
Status CsvImageCollector::resolve_labels() {
  if (uncertain_.empty()) return success();
  for (const std::uint8_t label : dataset_.labels) meaning_.add(label);
  std::vector<std::size_t> rejected;
  for (const auto& [row, image, found] : uncertain_) {
    std::uint8_t& label = dataset_.labels[image];
    if (const auto digit = meaning_.digit(label)) {
      label = *digit;
    } else {
      rejected.push_back(image);
      if (Status skipped = skip(rejected_label(row, dialect_, found)); !skipped) return skipped;
    }
  }
  std::ranges::sort(report_.rejected_rows, {}, &RejectedRow::row);
  remove_images(rejected);
  return success();
}

/// Where labels are 1 to 10, the images tell whether 10 is 0, or all are one too high.
std::string CsvImageCollector::describe_labels() {
  const std::string ten_is_zero = meaning_.describe();
  if (ten_is_zero.empty() || !data::labels_count_from_one(dataset_)) return ten_is_zero;
  for (std::uint8_t& label : dataset_.labels)
    label = static_cast<std::uint8_t>((label + class_count - 1) % class_count);
  return "labels from 1 to 10 read as 0 to 9";
}

void CsvImageCollector::remove_images(const std::vector<std::size_t>& images) {
  if (images.empty()) return;
  std::vector<std::uint32_t> kept;
  std::vector<std::string> ids;
  for (std::size_t image = 0; image < size(); ++image) {
    if (std::ranges::binary_search(images, image)) continue;
    kept.push_back(static_cast<std::uint32_t>(image));
    if (!ids_.empty()) ids.push_back(std::move(ids_[image]));
  }
  dataset_ = data::select(dataset_, kept);
  ids_ = std::move(ids);
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
    if (dataset_.labels[index] != 0 || last >= class_count) return false;
    last_is_label |= last != 0;
  }
  return last_is_label;
}

void CsvImageCollector::move_label_to_last() {
  for (std::size_t index = 0; index < size(); ++index) {
    const std::span<std::uint8_t> image(dataset_.pixels.data() + index * image_pixels, image_pixels);
    std::rotate(image.begin(), image.end() - 1, image.end());
    std::swap(image.front(), dataset_.labels[index]);
  }
  dialect_.label = dialect_.columns - 1;
}

}  // namespace inkling::io
