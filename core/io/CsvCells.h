#pragma once

#include <optional>
#include <string_view>

namespace inkling::io {

/// Goes through the cells of one line, each without the blanks and the quotes round it. A delimiter between
/// quotes belongs to the cell; a line break never does. An empty line has one empty cell.
class CellCursor {
 public:
  CellCursor(std::string_view line, char delimiter) : rest_(line), delimiter_(delimiter) {}

  /// The next cell, or nothing after the last.
  std::optional<std::string_view> next();

  /// What comes after the cells already given.
  std::string_view rest() const { return rest_; }

 private:
  std::string_view rest_;
  char delimiter_;
  bool ended_ = false;
};

}  // namespace inkling::io
