#include "core/io/CsvCells.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace inkling;
using namespace inkling::io;

namespace {

std::vector<std::string> cells(std::string_view line, char delimiter = ',') {
  std::vector<std::string> all;
  CellCursor cursor(line, delimiter);
  while (const auto cell = cursor.next()) all.emplace_back(*cell);
  return all;
}

using Cells = std::vector<std::string>;

}  // namespace

TEST_CASE("a line has one cell more than delimiters") {
  CHECK(cells("") == Cells{""});
  CHECK(cells("1") == Cells{"1"});
  CHECK(cells("1,2,") == Cells{"1", "2", ""});
  CHECK(cells(",") == Cells{"", ""});
  CHECK(cells("1;2,3", ';') == Cells{"1", "2,3"});
  CHECK(cells("\t\t1", '\t') == Cells{"", "", "1"});
}

TEST_CASE("blanks and quotes round a cell are taken off") {
  CHECK(cells(" 1 ,\t2\r, \" 3 \" ") == Cells{"1", "2", "3"});
  CHECK(cells("\"\",\" \"") == Cells{"", ""});
}

TEST_CASE("a delimiter between quotes belongs to the cell") {
  CHECK(cells("\"a,b\",c") == Cells{"a,b", "c"});
  CHECK(cells("\"a\"\",b\",c") == Cells{"a\"\",b", "c"});
}

TEST_CASE("a quote that is never closed takes the rest of the line") {
  CHECK(cells("1,\"2,3") == Cells{"1", "\"2,3"});
  CHECK(cells("\"") == Cells{"\""});
}
