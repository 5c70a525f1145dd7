#include "core/io/CsvRows.h"

#include <algorithm>
#include <span>
#include <utility>

#include "core/base/HugePages.h"
#include "core/base/Text.h"
#include "core/io/CsvCells.h"
#include "core/io/CsvRowFastPath.h"
#include "core/io/CsvRowSlowPath.h"

namespace inkling::io {

namespace {

constexpr std::size_t one_in = 10;  // more than one row in so many that cannot be used, and the file is none

/// The length of the break that `text` starts with, or 0.
std::size_t break_length(std::string_view text, char line_break) {
  if (text.starts_with(line_break)) return 1;
  return line_break == '\n' && text.starts_with("\r\n") ? 2 : 0;
}

}  // namespace

CsvRows::CsvRows(CsvDialect form, std::size_t expected, BadRows bad_rows)
    : form_(std::move(form)), bad_rows_(bad_rows), values_(form_.columns) {
  reserve_huge_pages(dataset_.pixels, std::min(expected, maximum_images) * image_pixels);
}

Status CsvRows::add(std::string_view line, std::size_t row) {
  if (size() == maximum_images) {
    return Error{"This file has more than " + group_thousands(maximum_images) +
                 " images; give a part of it."};
  }
  if (!read_plain(line)) {
    if (auto refused = read_row_slow(line, row, form_, values_, damage_))
      return leave_out(std::move(*refused));
  }
  append_image();
  return success();
}

Status CsvRows::leave_out(RejectedRow refused) {
  if (bad_rows_ == BadRows::refused)
    return Error{describe(refused) + ". Every row of this file is needed: mend that one."};
  if (damage_.refused.size() < damage_listed) damage_.refused.push_back(std::move(refused));
  ++damage_.rows_refused;
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
  const std::size_t length = read_row_fast(text, form_.delimiter, values);
  return form_.label && values_[*form_.label] >= class_count ? 0 : length;
}

void CsvRows::append_image() {
  auto& pixels = dataset_.pixels;
  grow_huge_pages(pixels, image_pixels);
  auto begin = values_.begin() + (form_.index_first ? 1 : 0);
  if (form_.label) {
    const auto label = values_.begin() + static_cast<std::ptrdiff_t>(*form_.label);
    dataset_.labels.push_back(*label);
    pixels.insert(pixels.end(), begin, label);
    begin = label + 1;
  }
  pixels.insert(pixels.end(), begin, values_.end());
}

Result<Import> CsvRows::finish() && {
  const std::size_t refused = damage_.rows_refused, rows = size() + refused;
  if (refused * one_in > rows) {
    return Error{describe(damage_.refused.front()) + ". " + group_thousands(refused) + " of " +
                 pluralize(rows, "row") + " cannot be used, and Inkling leaves out 1 in " +
                 std::to_string(one_in) + " at most: mend the file or choose another."};
  }
  if (form_.label_unsure && label_was_last()) move_label_to_last();
  ImportSummary summary{.format = "CSV",
                        .rows = size(),
                        .columns = form_.columns,
                        .label_column = {},
                        .details = describe(form_),
                        .damage = std::move(damage_)};
  if (form_.label) summary.label_column = *form_.label + 1;
  return Import{std::move(dataset_), std::move(summary), {}};
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

}  // namespace inkling::io
