#include "core/data/CsvCells.h"

#include <doctest/doctest.h>

#include <cmath>
#include <cstdio>
#include <string>
#include <vector>

#include "core/base/Random.h"

using namespace inkling;

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

TEST_CASE("numbers are read in every way they are written") {
  CHECK(parse_number("0") == 0);
  CHECK(parse_number("253") == 253);
  CHECK(parse_number("007") == 7);
  CHECK(parse_number("+5") == 5);
  CHECK(parse_number("-5") == -5);
  CHECK(parse_number("-0") == 0);
  CHECK(parse_number("5.") == 5);
  CHECK(parse_number(".5") == 0.5);
  CHECK(parse_number("0,5") == 0.5);
  CHECK(parse_number("2.530000000000000000e+02") == 253);
  CHECK(parse_number("1E2") == 100);
  CHECK(parse_number("25300e-2") == 253);
  CHECK(parse_number("1e-400") == 0);
  CHECK(parse_number("0e99999999999999999999") == 0);
  CHECK(*parse_number("1e99999999999999999999") > 1e300);
  CHECK(*parse_number(std::string(400, '9')) > 1e300);
  CHECK(*parse_number("0." + std::string(400, '0') + "1e401") == doctest::Approx(1));
}

TEST_CASE("what is not wholly a number is none") {
  for (const char* text : {"",     "-",   "+",   ".",    ",",   "e5",  "1e", "1e+",   "1.2.3", "1,2,3", "--1",
                           "0x10", "nan", "inf", "-inf", "NaN", "1 2", "5a", "\"5\"", "true",  "1e5.5"}) {
    CAPTURE(text);
    CHECK_FALSE(parse_number(text).has_value());
  }
}

TEST_CASE("numbers are those of the standard library") {
  Random random(11);
  for (int draw = 0; draw < 20000; ++draw) {
    const double value = (random.uniform() - 0.5) * std::pow(10.0, static_cast<double>(random.below(12)) - 4);
    char text[64];
    std::snprintf(text, sizeof text, random.below(2) ? "%.17g" : "%.18e", value);
    CAPTURE(text);
    CHECK(*parse_number(text) == doctest::Approx(value).epsilon(1e-15));
  }
}
