// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/io/pictures/PictureTable.h"

namespace inkling::io {

/// Whether no person put the file there: a part of its path is hidden or of a system's own making, such as
/// __MACOSX and Thumbs.db.
bool is_clutter(std::string_view path);

/// The text of each picture's label, by the first of these that says one:
/// - a table, see PictureTable
/// - the name of the nearest folder that says a digit: 7, seven, digit_7, "Class 7"
/// - where that leaves some without, and this fewer: the name of its own folder, beside other such folders
/// - the pictures' own names, if they all have the same form with a single digit in one place: 7_0012.png,
///   or a word: seven-3.png. In 3.png and img_3.png the digit may just count the pictures, so these say
///   nothing where no two have the same
struct PictureLabels {
  std::vector<std::optional<std::string>> texts;  // [pictures]
  bool by_table = false, by_folder = false, by_name = false;
};

/// `paths` include folders, with slashes or backslashes.
PictureLabels find_picture_labels(std::span<const std::string> paths, std::span<const PictureLabel> tables);

}  // namespace inkling::io
