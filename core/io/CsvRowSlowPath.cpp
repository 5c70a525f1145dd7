#include "core/io/CsvRowSlowPath.h"

#include <cmath>
#include <string>

#include "core/base/Number.h"
#include "core/data/Dataset.h"
#include "core/io/CsvCells.h"

namespace inkling::io {

namespace {

constexpr std::size_t longest_told = 100;

std::string told(std::string_view text) {
  return std::string(text.substr(0, longest_told));
}

std::size_t count_cells(std::string_view line, char delimiter) {
  std::size_t cells = 0;
  for (CellCursor cursor(line, delimiter); cursor.next();) ++cells;
  return cells;
}

class OddRow {
 public:
  OddRow(std::size_t row, const CsvDialect& form, std::span<std::uint8_t> values, ImportReport& damage)
      : row_(row), form_(form), values_(values), damage_(damage) {}

  std::optional<RejectedRow> read(std::string_view line) {
    if (const std::size_t cells = count_cells(line, form_.delimiter); cells != form_.columns)
      return RejectedRow{row_, 0, {}, "values", std::to_string(cells), form_.columns};
    CellCursor cursor(line, form_.delimiter);
    if (form_.index_first) cursor.next();
    for (std::size_t column = form_.index_first ? 1 : 0; column < form_.columns; ++column) {
      const std::string_view cell = *cursor.next();
      auto refused = column == form_.label ? read_label(cell, column) : read_pixel(cell, column);
      if (refused) return refused;
    }
    return std::nullopt;
  }

 private:
  std::optional<RejectedRow> read_label(std::string_view cell, std::size_t column) {
    const std::optional<double> number = parse_number(cell);
    if (!number || *number < 0 || *number >= class_count || *number != std::floor(*number))
      return RejectedRow{row_, column + 1, name(column), "label", told(cell), class_count - 1};
    values_[column] = static_cast<std::uint8_t>(*number);
    return std::nullopt;
  }

  std::optional<RejectedRow> read_pixel(std::string_view cell, std::size_t column) {
    const std::optional<double> number = parse_number(cell);
    if (!number) put_down(cell, column);
    const std::size_t ink = form_.unit_scale ? 1 : 255;
    const double pixel = number.value_or(0);
    if (pixel < 0 || pixel > static_cast<double>(ink))
      return RejectedRow{row_, column + 1, name(column), "pixel", told(cell), ink};
    values_[column] = static_cast<std::uint8_t>((form_.unit_scale ? pixel * 255 : pixel) + 0.5);
    return std::nullopt;
  }

  void put_down(std::string_view cell, std::size_t column) {
    ++damage_.cells_repaired;
    if (damage_.repairs.size() < damage_listed)
      damage_.repairs.push_back({row_, column + 1, name(column), told(cell)});
  }

  std::string name(std::size_t column) const {
    return form_.has_header() ? told(form_.names[column]) : std::string();
  }

  std::size_t row_;
  const CsvDialect& form_;
  std::span<std::uint8_t> values_;
  ImportReport& damage_;
};

}  // namespace

std::optional<RejectedRow> read_row_slow(std::string_view line, std::size_t row, const CsvDialect& form,
                                         std::span<std::uint8_t> values, ImportReport& damage) {
  const std::size_t repaired = damage.cells_repaired, listed = damage.repairs.size();
  std::optional<RejectedRow> refused = OddRow(row, form, values, damage).read(line);
  if (refused) {
    damage.cells_repaired = repaired;
    damage.repairs.resize(listed);
  }
  return refused;
}

}  // namespace inkling::io
