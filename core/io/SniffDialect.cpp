#include "core/io/SniffDialect.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <optional>
#include <string_view>

#include "core/base/Number.h"
#include "core/data/Dataset.h"
#include "core/io/CsvCells.h"
#include "core/io/CsvHeader.h"

namespace inkling::io {

namespace {

using Cells = std::vector<std::string_view>;
using Numbers = std::vector<double>;  // [columns], NaN where a cell is not a number

constexpr std::size_t pixel_columns = image_pixels;
constexpr double no_number = std::numeric_limits<double>::quiet_NaN();

Cells split(std::string_view line, char delimiter) {
  Cells cells;
  CellCursor cursor(line, delimiter);
  while (const auto cell = cursor.next()) cells.push_back(*cell);
  return cells;
}

char find_delimiter(std::string_view line) {
  // The comma comes late because many countries write the fraction with it.
  constexpr std::array candidates = {';', '\t', ',', ' '};
  char most_common = ',';
  std::size_t most_cells = split(line, ',').size();
  for (const char candidate : candidates) {
    const std::size_t cells = split(line, candidate).size();
    if (cells >= pixel_columns && cells <= pixel_columns + 2) return candidate;
    if (cells > most_cells && candidate != ' ') {
      most_common = candidate;
      most_cells = cells;
    }
  }
  return most_common;
}

void find_named_columns(CsvDialect& form) {
  if (!form.has_header()) return;
  form.index_first = names_index(form.names.front());
  const auto label = std::find_if(form.names.begin(), form.names.end(), names_label);
  if (label != form.names.end()) form.label = static_cast<std::size_t>(label - form.names.begin());
}

/// The rows as numbers, of which one of another length has none: it is left to the reader.
std::vector<Numbers> to_numbers(std::span<const std::string> rows, const CsvDialect& form) {
  std::vector<Numbers> sample;
  for (const std::string& row : rows) {
    Numbers numbers;
    for (const std::string_view cell : split(row, form.delimiter)) {
      numbers.push_back(parse_number(cell).value_or(no_number));
    }
    if (numbers.size() != form.columns) numbers.assign(form.columns, no_number);
    sample.push_back(std::move(numbers));
  }
  return sample;
}

/// Whether the first column does. Rows without a number may have been counted, or not.
bool counts_up(const std::vector<Numbers>& sample) {
  std::optional<double> last;
  std::size_t numbers = 0, skipped = 0;
  for (const Numbers& row : sample) {
    if (std::isnan(row[0])) {
      ++skipped;
      continue;
    }
    const double step = row[0] - last.value_or(row[0] - 1);
    if (step < 1 || step > static_cast<double>(1 + skipped) || step != std::floor(step)) return false;
    last = row[0];
    skipped = 0;
    ++numbers;
  }
  return numbers >= 2;
}

std::size_t rows_with_1_to_9(const std::vector<Numbers>& sample, std::size_t column) {
  return static_cast<std::size_t>(std::count_if(sample.begin(), sample.end(), [column](const Numbers& row) {
    return row[column] >= 1 && row[column] <= 9 && row[column] == std::floor(row[column]);
  }));
}

void find_unnamed_index(CsvDialect& form, const std::vector<Numbers>& sample) {
  if (form.index_first || form.label == 0 || !counts_up(sample)) return;
  const std::size_t pixels = form.pixels();
  const bool beyond_labels =
      sample.size() >= 3 && std::ranges::any_of(sample, [](const Numbers& row) { return row[0] > 9; });
  const bool may_be_label = pixels == pixel_columns + 1 && !form.label && !beyond_labels;
  form.index_first = pixels > pixel_columns && !may_be_label;
}

void find_unnamed_label(CsvDialect& form, const std::vector<Numbers>& sample) {
  if (form.label || form.pixels() != pixel_columns + 1) return;
  const std::size_t first = form.index_first ? 1 : 0;
  const std::size_t last = form.columns - 1;
  const std::size_t hits_first = rows_with_1_to_9(sample, first);
  const std::size_t hits_last = rows_with_1_to_9(sample, last);
  form.label = hits_last > hits_first ? last : first;
  form.label_unsure = hits_first == 0 && hits_last == 0;
}

/// Whether a row has a pixel that no scale has: it cannot be used and tells nothing.
bool is_off_scale(const Numbers& row, const CsvDialect& form) {
  for (std::size_t column = form.index_first ? 1 : 0; column < form.columns; ++column)
    if (column != form.label && (row[column] < 0 || row[column] > 255)) return true;
  return false;
}

bool has_unit_scale(const CsvDialect& form, const std::vector<Numbers>& sample) {
  std::size_t pixels = 0;
  std::size_t fractions = 0;
  std::size_t ones = 0;
  for (const Numbers& row : sample) {
    if (is_off_scale(row, form)) continue;
    for (std::size_t column = form.index_first ? 1 : 0; column < form.columns; ++column) {
      if (column == form.label || std::isnan(row[column])) continue;
      if (row[column] < 0 || row[column] > 1) return false;
      ++pixels;
      fractions += row[column] > 0 && row[column] < 1;
      ones += row[column] == 1;
    }
  }
  return fractions > 0 || (ones > 0 && ones * 100 >= pixels);
}

}  // namespace

Result<CsvDialect> sniff_dialect(std::span<const std::string> first_rows) {
  CsvDialect form;
  form.delimiter = find_delimiter(first_rows.front());
  const Cells first = split(first_rows.front(), form.delimiter);
  form.columns = first.size();
  if (is_header(first)) form.names.assign(first.begin(), first.end());
  find_named_columns(form);
  if (form.pixels() < pixel_columns || form.pixels() > pixel_columns + 2) return wrong_size(form);
  const auto sample = to_numbers(first_rows.subspan(form.has_header() ? 1 : 0), form);
  find_unnamed_index(form, sample);
  find_unnamed_label(form, sample);
  if (form.pixels() != pixel_columns) return wrong_size(form);
  form.unit_scale = has_unit_scale(form, sample);
  return form;
}

}  // namespace inkling::io
