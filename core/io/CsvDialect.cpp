#include "core/io/CsvDialect.h"

#include <algorithm>
#include <cmath>

#include "core/base/Text.h"

namespace inkling::io {

namespace {

std::string size_found(std::size_t pixels, bool label_known) {
  constexpr std::size_t smallest_side = 4;
  if (pixels < smallest_side * smallest_side) return {};
  for (const std::size_t label : {0, 1}) {
    const auto side = static_cast<std::size_t>(std::lround(std::sqrt(pixels - label)));
    if (side * side != pixels - label || (label_known && label == 1)) continue;
    const std::string text = std::to_string(side) + "x" + std::to_string(side);
    return text + (label_known || label == 1 ? " with a label" : "");
  }
  return {};
}

std::string delimiter_name(char delimiter) {
  switch (delimiter) {
    case ';':
      return "semicolon";
    case '\t':
      return "tab";
    case ' ':
      return "space";
    default:
      return "comma";
  }
}

std::string label_place(const CsvDialect& form) {
  if (!form.label) return "no label";
  if (*form.label == (form.index_first ? 1 : 0)) return "label first";
  if (*form.label + 1 == form.columns) return "label last";
  return "label in column " + std::to_string(*form.label + 1);
}

}  // namespace

std::size_t CsvDialect::pixels() const {
  const std::size_t others = (index_first ? 1 : 0) + (label ? 1 : 0);
  return columns - std::min(others, columns);
}

std::string describe(const CsvDialect& form) {
  std::string words = delimiter_name(form.delimiter) + "-separated, ";
  words += form.has_header() ? "with a header, " : "without a header, ";
  words += label_place(form);
  if (form.index_first) words += ", the index column dropped";
  if (form.unit_scale) words += ", pixels from 0 to 1 scaled to 0 to 255";
  return words;
}

std::string column_name(const std::string& name, std::size_t column) {
  const std::string shown = quoted(name);
  const bool told_whole = !name.empty() && shown == '"' + name + '"';
  return "column " + (told_whole ? shown : std::to_string(column));
}

Error wrong_size(const CsvDialect& form) {
  const std::size_t pixels = form.pixels();
  const std::string found = "This file has " + pluralize(form.columns, "column") + " a row";
  if (const std::string size = size_found(pixels, form.label.has_value()); !size.empty()) {
    return {found + ": that is " + size + ". Inkling reads 28x28."};
  }
  if (pixels == form.columns) {
    return {found + ". Inkling reads 28x28: 784 pixels a row, with or without a label."};
  }
  return {found + ", which leaves " + pluralize(pixels, "pixel") + " beside the " +
          (!form.label        ? "index"
           : form.index_first ? "index and the label"
                              : "label") +
          ". Inkling reads 28x28, which is 784."};
}

}  // namespace inkling::io
