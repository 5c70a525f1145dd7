// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "core/recognize/Reading.h"

namespace inkling::cli {

/// A table of numbers that were read, those least likely right first.
class ReadingTable {
 public:
  /// Adds a row for each line of the reading.
  void add(const std::filesystem::path& file, const recognize::Reading& reading);

  /// CSV (RFC 4180, UTF-8): "file,left,top,right,bottom,text,confidence", and a line for each row. A cell
  /// that a spreadsheet would take for a formula begins with an apostrophe.
  std::string csv() const;

 private:
  struct Row {
    std::string file, text;
    ink::Bounds box;
    double confidence = 0;
  };

  std::vector<Row> rows_;
};

}  // namespace inkling::cli
