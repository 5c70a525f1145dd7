// SPDX-License-Identifier: MIT
#include "core/io/csv/CsvRow.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "core/base/Random.h"

using namespace inkling;
using namespace inkling::io;

namespace {

using Cells = std::vector<std::string>;

Cells cells(std::string_view line, char delimiter = ',') {
  Cells all;
  CellCursor cursor(line, delimiter);
  while (const auto cell = cursor.next()) all.emplace_back(*cell);
  return all;
}

bool is_read_fast(std::string_view line) {
  std::array<std::uint8_t, 3> values{};
  // A separate copy, so that the sanitizer sees a read beyond the line.
  const std::vector<char> copy(line.begin(), line.end());
  return !line.empty() && read_row_fast({copy.data(), copy.size()}, ',', values) == line.size();
}

/// A reference for read_row_fast() that reads one cell at a time.
std::size_t read_cell_by_cell(std::string_view text, char delimiter, std::span<std::uint8_t> values) {
  std::size_t at = 0;
  for (std::uint8_t& value : values) {
    if (&value != &values.front() && !text.substr(std::min(at++, text.size())).starts_with(delimiter))
      return 0;
    const std::string_view digits = text.substr(at, 3);
    const std::size_t length = std::min(digits.find_first_not_of("0123456789"), digits.size());
    const int number = length == 0 ? 256 : std::stoi(std::string(digits.substr(0, length)));
    if (number > 255) return 0;
    value = static_cast<std::uint8_t>(number);
    at += length;
  }
  return at;
}

/// A row with runs of zeros and runs of ink, like an image.
std::string random_row(std::size_t values, Random& random) {
  std::string line;
  for (std::size_t value = 0; value < values;) {
    const bool ink = random.below(2) == 1;
    for (std::size_t run = 1 + random.below(60); run > 0 && value < values; --run, ++value)
      line += (line.empty() ? "" : ",") + std::to_string(ink ? random.below(256) : 0);
  }
  return line;
}

void check_against_reference(const std::string& text, std::size_t count) {
  const std::vector<char> copy(text.begin(), text.end());
  std::vector<std::uint8_t> values(count), expected(count);
  const std::size_t length = read_cell_by_cell(text, ',', expected);
  CAPTURE(text);
  REQUIRE(read_row_fast({copy.data(), copy.size()}, ',', values) == length);
  if (length > 0) CHECK(values == expected);
}

}  // namespace

TEST_CASE("a line has one cell more than delimiters") {
  CHECK(cells("") == Cells{""});
  CHECK(cells("1") == Cells{"1"});
  CHECK(cells("1,2,") == Cells{"1", "2", ""});
  CHECK(cells(",") == Cells{"", ""});
  CHECK(cells("1;2,3", ';') == Cells{"1", "2,3"});
  CHECK(cells("\t\t1", '\t') == Cells{"", "", "1"});
}

TEST_CASE("blanks and quotes around a cell are removed") {
  CHECK(cells(" 1 ,\t2\r, \" 3 \" ") == Cells{"1", "2", "3"});
  CHECK(cells("\"\",\" \"") == Cells{"", ""});
}

TEST_CASE("a delimiter inside quotes belongs to the cell") {
  CHECK(cells("\"a,b\",c") == Cells{"a,b", "c"});
  CHECK(cells("\"a\"\",b\",c") == Cells{"a\"\",b", "c"});
}

TEST_CASE("a quote that is never closed takes the rest of the line") {
  CHECK(cells("1,\"2,3") == Cells{"1", "\"2,3"});
  CHECK(cells("\"") == Cells{"\""});
}

TEST_CASE("the fast path reads whole numbers from 0 to 255") {
  CHECK(is_read_fast("0,0,0"));
  CHECK(is_read_fast("255,10,0"));
  CHECK(is_read_fast("007,010,000"));
}

TEST_CASE("the fast path reads nothing else") {
  for (const char* line :
       {"", ",", "0,0", "0,0,", "0,0,0,", "0,0,0,0", "0,,0", ",0,0", "0,0,256", "999,0,0", "0,1000,0",
        "0,0,-1", " 0,0,0", "0 ,0,0", "0,0,0 ", "0,0.0,0", "\"0\",0,0", "0;0;0", "0,a,0"}) {
    CAPTURE(line);
    CHECK_FALSE(is_read_fast(line));
  }
}

TEST_CASE("the fast path works with any delimiter") {
  Random random(9);
  for (int draw = 0; draw < 200; ++draw) {
    std::vector<std::uint8_t> expected(1 + random.below(50));
    std::string line;
    for (std::uint8_t& value : expected) {
      value = random.below(2) ? 0 : static_cast<std::uint8_t>(random.below(256));
      line += (line.empty() ? "" : ";") + std::to_string(value);
    }
    std::vector<std::uint8_t> values(expected.size());
    REQUIRE(read_row_fast(line, ';', values) == line.size());
    CHECK(values == expected);
  }
}

TEST_CASE("the fast path agrees with reading cell by cell, wherever runs of zeros begin and end") {
  Random random(10);
  for (int draw = 0; draw < 300; ++draw) {
    const std::size_t count = 1 + random.below(200);
    const std::string row = random_row(count, random);
    check_against_reference(row, count);
    check_against_reference(row + "\r\n" + random_row(count, random), count);
    check_against_reference(row + "\n", count + random.below(3));
  }
}

TEST_CASE("the fast path agrees with reading cell by cell on damaged rows") {
  Random random(12);
  for (int draw = 0; draw < 2000; ++draw) {
    const std::size_t count = 1 + random.below(200);
    std::string row = random_row(count, random) + "\n" + random_row(count, random);
    const std::size_t at = random.below(row.size());
    row.replace(at, random.below(3), std::string(random.below(4), "0,9 \n\".-"[random.below(8)]));
    check_against_reference(row, count);
  }
}

TEST_CASE("the slow path reads blanks, quotes and fractions, and rounds to the nearest byte") {
  CsvDialect dialect;
  dialect.columns = 4;
  dialect.label = 0;
  CsvImage image;
  ImportReport report;
  CHECK_FALSE(read_row_slow(" \"7\" , 254.5,0.4,9.96e1", 1, dialect, image, report).has_value());
  CHECK(image.label == "7");
  CHECK(image.pixels[0] == 255);
  CHECK(image.pixels[1] == 0);
  CHECK(image.pixels[2] == 100);
  CHECK(report.cells_fixed == 0);
}
