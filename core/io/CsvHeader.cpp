#include "core/io/CsvHeader.h"

#include <algorithm>
#include <cstddef>
#include <initializer_list>
#include <string>
#include <unordered_map>

#include "core/base/Number.h"

namespace inkling::io {

namespace {

bool numbered_like_columns(std::span<const std::string_view> cells) {
  std::unordered_map<std::string_view, std::size_t> seen;
  for (const std::string_view cell : cells) {
    if (!parse_number(cell)) continue;
    const std::size_t point = std::min(cell.find('.'), cell.size());
    std::size_t& times = seen[cell.substr(0, point)];
    const std::string suffix = times == 0 ? "" : "." + std::to_string(times);
    if (cell.substr(point) != suffix) return false;
    ++times;
  }
  return !seen.empty();
}

bool named(std::string_view name, std::initializer_list<std::string_view> known) {
  std::string lower(name);
  for (char& character : lower) {
    if (character >= 'A' && character <= 'Z') character = static_cast<char>(character - 'A' + 'a');
  }
  return std::find(known.begin(), known.end(), lower) != known.end();
}

}  // namespace

bool is_header(std::span<const std::string_view> cells) {
  std::size_t names = 0;
  std::size_t numbers = 0;
  for (const std::string_view cell : cells) {
    if (parse_number(cell)) {
      ++numbers;
    } else if (!cell.empty()) {
      ++names;
    }
  }
  return names > numbers || numbered_like_columns(cells);
}

bool names_label(std::string_view name) {
  return named(name, {"label", "y", "class", "digit", "target"});
}

bool names_index(std::string_view name) {
  return named(name, {"", "id", "imageid", "image_id", "index", "unnamed: 0"});
}

}  // namespace inkling::io
