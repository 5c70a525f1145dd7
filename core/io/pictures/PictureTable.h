// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace inkling::io {

/// What a table says of a picture.
struct PictureLabel {
  std::string file;   // with the folders that the table names
  std::string label;  // its text
};

/// A table of the labels of pictures in files of their own, such as "file,label" and "a.png,7". The labels
/// are in the column named so; otherwise in one of digits, or in one of other texts, some of which are
/// repeated.
class PictureTable {
 public:
  PictureTable(char delimiter, std::size_t file_column, std::size_t label_column)
      : delimiter_(delimiter), file_column_(file_column), label_column_(label_column) {}

  /// Adds what a line says. A line without a picture and its label is ignored.
  void add(std::string_view line);

  std::vector<PictureLabel> take_labels() { return std::move(labels_); }

 private:
  char delimiter_;
  std::size_t file_column_, label_column_;
  std::vector<PictureLabel> labels_;
};

/// Whether a file's name is that of a picture.
bool has_picture_name(std::string_view name);

/// The form of such a table by its first lines; none if it is another.
std::optional<PictureTable> find_picture_table(std::span<const std::string> first_lines);

}  // namespace inkling::io
