// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/base/Result.h"

namespace inkling::io {

/// Reads the header of an ARFF file, Weka's and OpenML's table: @relation, an @attribute for each column, and
/// @data, after which rows follow as in a CSV file.
class ArffHeader {
 public:
  /// Whether a file whose first line is this is ARFF. Comments start with %.
  static bool starts_with(std::string_view line);

  /// Takes the lines before @data and that line, one by one.
  Status take_line(std::string_view line);

  /// @data has come.
  bool complete() const { return complete_; }

  /// The columns' names.
  const std::vector<std::string>& names() const { return names_; }

  /// Whether a row has only the values that are not 0, nor the first of a nominal attribute: {3 255, 784 5}.
  static bool is_sparse(std::string_view line) { return line.starts_with('{'); }

  /// A sparse row with all its values; a damaged one without any.
  std::string to_dense(std::string_view line) const;

 private:
  std::vector<std::string> names_;
  std::vector<std::string> omitted_;  // [names] the value that sparse rows leave out
  bool complete_ = false;
};

}  // namespace inkling::io
