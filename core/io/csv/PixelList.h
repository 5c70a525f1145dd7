// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace inkling::io {

/// The form of a table that has all pixels of an image in one cell: 7,"0 0 255 ..." or 7,"[0, 0, 255, ...]".
class PixelList {
 public:
  /// The cells are separated by `delimiter`; `column` has the pixels.
  PixelList(char delimiter, std::size_t column) : delimiter_(delimiter), column_(column) {}

  /// The row with a cell for each pixel, separated by commas; of a header, with a name for each. Valid until
  /// the next call.
  std::string_view to_row(std::string_view line);

 private:
  void append_pixels(std::string_view cell);
  void append_cell(std::string_view cell);

  char delimiter_;
  std::size_t column_;
  std::string row_;
};

/// The form of a table by its first lines; none if it is an ordinary one.
std::optional<PixelList> find_pixel_list(std::span<const std::string> first_lines);

}  // namespace inkling::io
