#include "core/data/CsvRows.h"

#include <algorithm>
#include <cmath>
#include <span>
#include <utility>

#include "core/base/LargePages.h"
#include "core/base/Number.h"
#include "core/base/Text.h"
#include "core/data/CsvCells.h"
#include "core/data/PlainRow.h"

namespace inkling {

namespace {

constexpr std::size_t places_told = 5, longest_found = 100;

std::size_t count_cells(std::string_view line, char delimiter) {
  std::size_t cells = 0;
  for (CellCursor cursor(line, delimiter); cursor.next();) ++cells;
  return cells;
}

std::string row_name(std::size_t row) {
  return "row " + std::to_string(row);
}

std::string place(const TableForm& form, std::size_t row, std::size_t column) {
  return row_name(row) + ", " + column_name(form, column);
}

/// The length of the break that `text` starts with, or 0.
std::size_t break_length(std::string_view text, char line_break) {
  if (text.starts_with(line_break)) return 1;
  return line_break == '\n' && text.starts_with("\r\n") ? 2 : 0;
}

/// A number's own text, which may have any length.
std::string shortened(std::string_view number) {
  return std::string(number.substr(0, 24));
}

}  // namespace

CsvRows::CsvRows(TableForm form, std::size_t expected) : form_(std::move(form)), values_(form_.columns) {
  reserve_large(dataset_.pixels, std::min(expected, maximum_images) * image_pixels);
}

Status CsvRows::add(std::string_view line, std::size_t row) {
  if (size() == maximum_images) {
    return Error{"This file has more than " + grouped(maximum_images) + " images; give a part of it."};
  }
  if (!read_plain(line)) {
    if (Status status = read_any(line, row); !status) return status;
  }
  append_image();
  return success();
}

std::size_t CsvRows::add_first(std::string_view text, char line_break) {
  // An index may be anything, a quoted text that goes on over the line's end too.
  if (form_.index_first || size() == maximum_images) return 0;
  const std::size_t cells = read_plain_cells(text);
  if (cells == 0) return 0;
  const std::size_t line_end = break_length(text.substr(cells), line_break);
  if (line_end == 0) return 0;
  append_image();
  return cells + line_end;
}

bool CsvRows::read_plain(std::string_view line) {
  CellCursor cursor(line, form_.delimiter);
  if (form_.index_first) cursor.next();
  const std::size_t cells = read_plain_cells(cursor.rest());
  return cells != 0 && cells == cursor.rest().size();
}

/// The length of the plain row that `text` starts with, the index left out, or 0.
std::size_t CsvRows::read_plain_cells(std::string_view text) {
  if (form_.unit_scale) return 0;
  const auto values = std::span(values_).subspan(form_.index_first ? 1 : 0);
  const std::size_t length = read_plain_row(text, form_.delimiter, values);
  return form_.label && values_[*form_.label] >= class_count ? 0 : length;
}

Status CsvRows::read_any(std::string_view line, std::size_t row) {
  if (const std::size_t cells = count_cells(line, form_.delimiter); cells != form_.columns) {
    return Error{row_name(row) + ": " + counted(cells, "value") + ", expected " +
                 std::to_string(form_.columns) + "."};
  }
  CellCursor cursor(line, form_.delimiter);
  if (form_.index_first) cursor.next();
  for (std::size_t column = form_.index_first ? 1 : 0; column < form_.columns; ++column) {
    const std::string_view cell = *cursor.next();
    Status status = column == form_.label ? read_label(cell, row) : read_pixel(cell, row, column);
    if (!status) return status;
  }
  return success();
}

Status CsvRows::read_label(std::string_view cell, std::size_t row) {
  const std::optional<double> number = parse_number(cell);
  if (number && *number >= 0 && *number < class_count && *number == std::floor(*number)) {
    values_[*form_.label] = static_cast<std::uint8_t>(*number);
    return success();
  }
  const std::string found = cell.empty() ? "missing" : number ? shortened(cell) : quoted(cell);
  return Error{place(form_, row, *form_.label) + ": the label is " + found + "; labels are 0 to 9."};
}

Status CsvRows::read_pixel(std::string_view cell, std::size_t row, std::size_t column) {
  const std::optional<double> number = parse_number(cell);
  if (!number) tell_repair(cell, row, column);
  const double ink = form_.unit_scale ? number.value_or(0) * 255 : number.value_or(0);
  if (ink < 0 || ink > 255) {
    const std::string range = form_.unit_scale ? "0 to 1, where the first rows lie." : "0 to 255.";
    return Error{place(form_, row, column) + ": " + shortened(cell) + " is outside " + range};
  }
  values_[column] = static_cast<std::uint8_t>(ink + 0.5);
  return success();
}

void CsvRows::tell_repair(std::string_view cell, std::size_t row, std::size_t column) {
  if (++cells_repaired_ <= places_told)
    repaired_places_ += (repaired_places_.empty() ? "" : "; ") + place(form_, row, column);
  if (repair_list_.size() == repairs_listed) return;
  const std::string name = form_.has_header() ? form_.names[column] : "";
  repair_list_.push_back({row, column + 1, name, std::string(cell.substr(0, longest_found))});
}

void CsvRows::append_image() {
  auto& pixels = dataset_.pixels;
  grow_large(pixels, image_pixels);
  auto begin = values_.begin() + (form_.index_first ? 1 : 0);
  if (form_.label) {
    const auto label = values_.begin() + static_cast<std::ptrdiff_t>(*form_.label);
    dataset_.labels.push_back(*label);
    pixels.insert(pixels.end(), begin, label);
    begin = label + 1;
  }
  pixels.insert(pixels.end(), begin, values_.end());
}

Import CsvRows::finish() && {
  if (form_.label_unsure && label_was_last()) move_label_to_last();
  ImportSummary summary{.format = "CSV",
                        .rows = size(),
                        .columns = form_.columns,
                        .label_column = {},
                        .details = describe(form_),
                        .cells_repaired = cells_repaired_,
                        .repairs = repairs(),
                        .repair_list = std::move(repair_list_)};
  if (form_.label) summary.label_column = *form_.label + 1;
  return {std::move(dataset_), std::move(summary), {}};
}

/// In a file sorted by label the first rows cannot tell the label of 0 from an empty corner. All of them can.
bool CsvRows::label_was_last() const {
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
  form_.label = form_.columns - 1;
}

std::string CsvRows::repairs() const {
  if (cells_repaired_ == 0) return {};
  const std::string more = cells_repaired_ > places_told ? "; and more" : "";
  return counted(cells_repaired_, "cell") + " missing or not a number, read as 0: " + repaired_places_ +
         more + ".";
}

}  // namespace inkling
