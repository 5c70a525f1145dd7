// SPDX-License-Identifier: MIT
#include "core/io/csv/CsvColumns.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <set>
#include <string>
#include <unordered_map>

#include "core/base/Classes.h"
#include "core/base/Digit.h"
#include "core/base/Number.h"
#include "core/base/Text.h"
#include "core/io/LabelText.h"
#include "core/io/csv/OneHot.h"

namespace inkling::io {

namespace {

constexpr double not_a_number = std::numeric_limits<double>::quiet_NaN();

/// Whether the cells are numbers that are all different, counting a repeated "0" written as "0.1".
bool has_distinct_numbers(const CsvCells& cells) {
  std::unordered_map<std::string_view, std::size_t> counts;
  for (const std::string_view cell : cells) {
    if (!parse_number(cell)) continue;
    const std::size_t point = std::min(cell.find('.'), cell.size());
    std::size_t& count = counts[cell.substr(0, point)];
    const std::string suffix = count == 0 ? "" : "." + std::to_string(count);
    if (cell.substr(point) != suffix) return false;
    ++count;
  }
  return !counts.empty();
}

/// In lower case, without the brackets, quotes and signs that programs put around a name.
std::string plain_name(std::string_view name) {
  std::string plain;
  for (const char character : trim(name, " \t\"'`#[](){}<>:*_-.")) {
    const bool upper = character >= 'A' && character <= 'Z';
    plain += upper ? static_cast<char>(character - 'A' + 'a') : character == ' ' ? '_' : character;
  }
  return plain;
}

bool is_one_of(std::string_view name, std::initializer_list<std::string_view> names) {
  return std::ranges::find(names, name) != names.end();
}

bool is_id_name(std::string_view name) {
  return is_one_of(plain_name(name),
                   {"id", "ids", "imageid", "image_id", "img_id", "sample_id", "uid", "key"});
}

bool is_index_name(std::string_view name) {
  const std::string plain = plain_name(name);
  return is_id_name(name) || plain.starts_with("unnamed:") || plain.starts_with("level_") ||
         is_one_of(plain, {"", "index", "idx", "row", "rows", "rowid", "row_id", "row_name", "row_names",
                           "rownames", "row_number", "rownum", "no", "nr", "unnamed"});
}

/// The name without digits; empty if it has none.
std::string family_of(std::string_view name) {
  std::string family;
  for (const char character : name) {
    if (character < '0' || character > '9') family += character;
  }
  return family.size() == name.size() ? std::string() : "#" + family;
}

enum class Role { unknown, pixel, label, ignored };

class ColumnAssigner {
 public:
  ColumnAssigner(CsvDialect& dialect, std::span<const CsvCells> rows)
      : dialect_(dialect), rows_(rows), roles_(dialect.columns, Role::unknown) {}

  void assign() {
    assign_names();
    if (left_over() > 0) assign_family();
    while (left_over() > 0 && (assign_one_hot() || assign_words() || assign_ignored() || assign_label())) {
    }
    for (std::size_t column = 0; column < roles_.size(); ++column)
      if (roles_[column] == Role::ignored) dialect_.ignored.push_back(column);
    find_id();
  }

 private:
  std::vector<std::size_t> unknown() const {
    std::vector<std::size_t> columns;
    for (std::size_t column = 0; column < roles_.size(); ++column)
      if (roles_[column] == Role::unknown) columns.push_back(column);
    return columns;
  }

  std::size_t left_over() const {
    const auto count = static_cast<std::size_t>(std::ranges::count(roles_, Role::unknown));
    return count > pixel_columns ? count - pixel_columns : 0;
  }

  void set_label(std::size_t column) {
    dialect_.label = column;
    roles_[column] = Role::label;
  }

  void set_one_hot_label(std::size_t first) {
    dialect_.label = first;
    const std::span<const std::string> names(dialect_.names);
    dialect_.one_hot = one_hot_labels(names.empty() ? names : names.subspan(first, digit_count));
    std::fill_n(roles_.begin() + static_cast<std::ptrdiff_t>(first), digit_count, Role::label);
  }

  void assign_names() {
    const auto& names = dialect_.names;
    const auto unnamed = static_cast<std::size_t>(std::ranges::count(names, ""));
    const bool pixels_have_names = names.size() >= unnamed + pixel_columns;
    for (std::size_t column = 0; column < names.size(); ++column) {
      if (is_label_name(names[column]) && !dialect_.label)
        set_label(column);
      else if (is_index_name(names[column]) && (pixels_have_names || !names[column].empty()))
        roles_[column] = Role::ignored;
    }
  }

  /// "pixel0" to "pixel783", "1x1" to "28x28": what has another name is no pixel.
  void assign_family() {
    std::map<std::string, std::size_t> sizes;
    for (const std::size_t column : named_unknown()) ++sizes[family_of(dialect_.names[column])];
    sizes.erase("");
    const auto family =
        std::ranges::find_if(sizes, [](const auto& size) { return size.second == pixel_columns; });
    if (family == sizes.end()) return;
    std::vector<std::size_t> others;
    for (const std::size_t column : named_unknown())
      if (family_of(dialect_.names[column]) != family->first) others.push_back(column);
    assign_others(others);
  }

  std::vector<std::size_t> named_unknown() const {
    return dialect_.names.empty() ? std::vector<std::size_t>() : unknown();
  }

  void assign_others(const std::vector<std::size_t>& others) {
    for (const std::size_t column : others) {
      if (!dialect_.label && is_one_hot(rows_, dialect_.columns, column)) set_one_hot_label(column);
    }
    const bool any_digits = std::ranges::any_of(others, [this](auto column) { return has_labels(column); });
    for (const std::size_t column : others) {
      if (roles_[column] == Role::label) continue;
      if (!dialect_.label && (any_digits ? has_labels(column) : has_words(column)))
        set_label(column);
      else
        roles_[column] = Role::ignored;
    }
  }

  bool assign_one_hot() {
    if (dialect_.label || left_over() < digit_count) return false;
    const std::vector<std::size_t> columns = unknown();
    for (const std::size_t first : {columns.front(), columns[columns.size() - digit_count]}) {
      if (!is_one_hot(rows_, dialect_.columns, first)) continue;
      set_one_hot_label(first);
      return true;
    }
    return false;
  }

  /// The one column that is left over may have words for labels.
  bool assign_words() {
    if (dialect_.label || left_over() != 1) return false;
    const std::vector<std::size_t> columns = unknown();
    for (const std::size_t column : {columns.front(), columns.back()}) {
      if (!has_words(column)) continue;
      set_label(column);
      return true;
    }
    return false;
  }

  /// Marks one column at the ends that cannot be pixels or the label.
  bool assign_ignored() {
    const std::vector<std::size_t> columns = unknown();
    const std::size_t extra = left_over();
    const bool may_be_label = extra == 1 && !dialect_.label;
    std::vector<std::size_t> candidates(columns.begin(),
                                        columns.begin() + static_cast<std::ptrdiff_t>(extra));
    candidates.insert(candidates.end(), columns.rbegin(),
                      columns.rbegin() + static_cast<std::ptrdiff_t>(extra));
    for (const std::size_t column : candidates) {
      const bool ignored = is_text(column) || is_index(column, may_be_label, column == columns.front());
      if (!ignored) continue;
      roles_[column] = Role::ignored;
      return true;
    }
    return false;
  }

  bool assign_label() {
    if (dialect_.label || left_over() != 1) return false;
    const std::vector<std::size_t> columns = unknown();
    std::size_t first_hits = count_labels(columns.front()), last_hits = count_labels(columns.back());
    if (first_hits == 0 && last_hits == 0) {
      first_hits = count_class_numbers(columns.front());
      last_hits = count_class_numbers(columns.back());
    }
    set_label(last_hits > first_hits ? columns.back() : columns.front());
    dialect_.label_uncertain = first_hits == 0 && last_hits == 0;
    return true;
  }

  /// The value of a cell, NaN if it is no number or the row has another length.
  double number(const CsvCells& row, std::size_t column) const {
    if (row.size() != dialect_.columns) return not_a_number;
    return parse_number(row[column]).value_or(not_a_number);
  }

  /// Whether nearly all cells are labels, and not just because they are counted.
  bool has_labels(std::size_t column) const {
    std::size_t labels = 0, cells = 0;
    for (const CsvCells& row : rows_) {
      if (row.size() != dialect_.columns) continue;
      labels += parse_label(row[column]).has_value();
      ++cells;
    }
    return cells > 0 && labels * 10 >= cells * 9;
  }

  /// Labels other than 0, which corners of images are as well.
  std::size_t count_labels(std::size_t column) const {
    return static_cast<std::size_t>(std::ranges::count_if(rows_, [&](const CsvCells& row) {
      if (row.size() != dialect_.columns) return false;
      const auto label = parse_label(row[column]);
      const bool is_word = label && !parse_number(row[column]);
      return label && (*label != 0 || is_word);
    }));
  }

  /// Whole numbers other than 0, if they are not all the same, as the corners of dark images on light paper
  /// are.
  std::size_t count_class_numbers(std::size_t column) const {
    std::set<double> values;
    std::size_t numbers = 0;
    for (const CsvCells& row : rows_) {
      const double value = number(row, column);
      if (std::isnan(value) || value != std::floor(value) || value == 0) continue;
      values.insert(value);
      ++numbers;
    }
    return values.size() > 1 ? numbers : 0;
  }

  /// Whether nearly all cells are texts that could name a class, some of which are repeated, as names of
  /// files are not.
  bool has_words(std::size_t column) const {
    std::set<std::string_view> values;
    std::size_t words = 0, cells = 0;
    for (const CsvCells& row : rows_) {
      if (row.size() != dialect_.columns) continue;
      ++cells;
      if (parse_number(row[column]) || !is_class_name(row[column])) continue;
      values.insert(row[column]);
      ++words;
    }
    return words * 10 >= cells * 9 && values.size() > 1 && values.size() < words;
  }

  /// Empty, or words that are no labels.
  bool is_text(std::size_t column) const {
    std::size_t texts = 0, cells = 0;
    for (const CsvCells& row : rows_) {
      if (row.size() != dialect_.columns) continue;
      texts += !parse_number(row[column]) && !parse_label(row[column]);
      ++cells;
    }
    return cells > 0 && texts * 10 > cells * 9;
  }

  /// Whether a column counts the rows, or has a number of its own for each. Labels may count up as well, but
  /// not beyond 9.
  bool is_index(std::size_t column, bool may_be_label, bool first) const {
    const bool beyond_labels = rows_.size() >= 3 && std::ranges::any_of(rows_, [&](const CsvCells& row) {
                                 return number(row, column) > digit_count - 1;
                               });
    if (may_be_label && !beyond_labels) return false;
    if (!first && rows_.size() < 3) return false;
    return counts_up(column) || (beyond_labels && all_different(column));
  }

  /// In steps of 1. A row without a number may or may not be counted.
  bool counts_up(std::size_t column) const {
    std::optional<double> last;
    std::size_t numbers = 0, skipped = 0;
    for (const CsvCells& row : rows_) {
      const double value = number(row, column);
      if (std::isnan(value)) {
        ++skipped;
        continue;
      }
      const double step = value - last.value_or(value - 1);
      if (step < 1 || step > static_cast<double>(1 + skipped) || step != std::floor(step)) return false;
      last = value;
      skipped = 0;
      ++numbers;
    }
    return numbers >= 2;
  }

  /// Whole numbers, some of which no pixel has.
  bool all_different(std::size_t column) const {
    std::set<double> values;
    std::size_t numbers = 0;
    for (const CsvCells& row : rows_) {
      const double value = number(row, column);
      if (std::isnan(value)) continue;
      if (value < 0 || value != std::floor(value)) return false;
      values.insert(value);
      ++numbers;
    }
    return numbers >= 3 && values.size() == numbers && *values.rbegin() > 255;
  }

  /// A column with an id's name, otherwise the first index. Beside images without labels, any text names
  /// them, such as that of a file.
  void find_id() {
    const auto is_named = [this](std::size_t column) {
      return !dialect_.names.empty() && is_id_name(dialect_.names[column]);
    };
    const auto& ignored = dialect_.ignored;
    auto id = std::ranges::find_if(ignored, is_named);
    if (id == ignored.end())
      id = std::ranges::find_if(ignored, [this](auto column) { return names_images(column); });
    if (id != ignored.end()) dialect_.id = *id;
  }

  bool names_images(std::size_t column) const {
    const bool filled = std::ranges::any_of(
        rows_, [&](const CsvCells& row) { return row.size() == dialect_.columns && !row[column].empty(); });
    const bool index = !dialect_.names.empty() && is_index_name(dialect_.names[column]);
    return filled && (index || !dialect_.label || is_index(column, false, true));
  }

  CsvDialect& dialect_;
  std::span<const CsvCells> rows_;
  std::vector<Role> roles_;
};

}  // namespace

bool is_label_name(std::string_view name) {
  return is_one_of(
      plain_name(name),
      {"label",   "labels",    "y",           "class",      "classes",   "digit",    "digits",  "target",
       "targets", "category",  "class_label", "true_label", "class_id",  "label_id", "y_train", "y_test",
       "klasse",  "ziffer",    "clase",       "classe",     "chiffre",   "etiqueta", "digito",  "letter",
       "letters", "character", "sign",        "symbol",     "buchstabe", "zeichen",  "letra",   "lettre"});
}

bool is_header(const CsvCells& cells) {
  std::size_t names = 0;
  std::size_t numbers = 0;
  for (const std::string_view cell : cells) {
    if (parse_number(cell)) {
      ++numbers;
    } else if (!cell.empty()) {
      ++names;
    }
  }
  return names > numbers || has_distinct_numbers(cells);
}

void assign_columns(CsvDialect& dialect, std::span<const CsvCells> rows) {
  ColumnAssigner(dialect, rows).assign();
}

}  // namespace inkling::io
