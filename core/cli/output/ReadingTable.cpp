// SPDX-License-Identifier: MIT
#include "core/cli/output/ReadingTable.h"

#include <algorithm>
#include <array>
#include <cstdio>

#include "core/io/csv/CsvCell.h"

namespace inkling::cli {

void ReadingTable::add(const std::filesystem::path& file, const recognize::Reading& reading) {
  for (const recognize::Reading& line : reading.by_line())
    rows_.push_back({file.string(), line.text(), line.box(), line.confidence()});
}

std::string ReadingTable::csv() const {
  std::vector<Row> sorted = rows_;
  std::ranges::stable_sort(sorted, {}, &Row::confidence);
  std::string csv = "file,left,top,right,bottom,text,confidence\r\n";
  for (const Row& row : sorted) {
    std::array<char, 120> numbers{};
    std::snprintf(numbers.data(), numbers.size(), ",%.0f,%.0f,%.0f,%.0f,", row.box.left, row.box.top,
                  row.box.right, row.box.bottom);
    csv += io::csv_cell(row.file) + numbers.data() + io::csv_cell(row.text);
    std::snprintf(numbers.data(), numbers.size(), ",%.4f\r\n", row.confidence);
    csv += numbers.data();
  }
  return csv;
}

}  // namespace inkling::cli
