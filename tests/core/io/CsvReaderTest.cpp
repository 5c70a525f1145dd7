// SPDX-License-Identifier: MIT
#include "core/io/csv/CsvReader.h"

#include <doctest/doctest.h>

#include <string>

#include "core/io/csv/CsvWriter.h"
#include "tests/core/io/CsvTable.h"

using namespace inkling;
using namespace inkling::io;
using namespace inkling::testing;

namespace {

std::string row(std::string_view label) {
  return blank_row(label) + "\n";
}

std::string rows(int count) {
  std::string text;
  for (int index = 0; index < count; ++index) text += row(std::to_string(index % 10));
  return text;
}

/// A row whose first three pixels are 0, 0 and `pixel`.
std::string row_with(std::string_view pixel) {
  return "7,0,0," + std::string(pixel) + blank_row("").substr(6) + "\n";
}

std::string report_of(const Import& import) {
  return describe_fixes(import.summary.report) +
         describe_rejected_rows(import.summary.report, import.summary.rows);
}

/// Both reads gave the same import or the same error.
void check_same(const Result<Import>& whole, const Result<Import>& cut) {
  REQUIRE(whole.ok() == cut.ok());
  if (!whole) {
    CHECK(whole.error().message == cut.error().message);
    return;
  }
  CHECK(whole.value().dataset.pixels == cut.value().dataset.pixels);
  CHECK(whole.value().dataset.labels == cut.value().dataset.labels);
  CHECK(whole.value().summary.details == cut.value().summary.details);
  CHECK(report_of(whole.value()) == report_of(cut.value()));
}

/// Reads the text whole and in random chunks of up to `longest` characters, which must give the same.
Result<Import> read_both_ways(const std::string& text, std::size_t longest, Random& random) {
  Result<Import> whole = read_csv(text);
  check_same(whole, read_csv_in_chunks(text, longest, random));
  return whole;
}

Import read(const std::string& text) {
  Random random(1);
  const Result<Import> import = read_both_ways(text, 300, random);
  REQUIRE_MESSAGE(import.ok(), import.error().message);
  return import.value();
}

std::string error_of(const std::string& text) {
  Random random(1);
  const Result<Import> import = read_both_ways(text, 3, random);
  REQUIRE_FALSE(import.ok());
  return import.error().message;
}

/// Why the last row of a table is rejected whose other 20 rows are used.
std::string rejection(const std::string& last, const std::string& header = csv_header()) {
  const Import import = read(header + rows(20) + last);
  CHECK(import.dataset.size() == 20);
  CHECK(import.dataset.labels.size() == 20);
  CHECK(import.summary.report.rows_rejected == 1);
  REQUIRE(import.summary.report.rejected_rows.size() == 1);
  return describe(import.summary.report.rejected_rows.front());
}

}  // namespace

TEST_CASE("images come back from every style of table") {
  Random random(8);
  for (int table = 0; table < 50; ++table) {
    const data::Dataset images = random_images(12 + random.below(30), random);
    const CsvStyle style = random_style(random);
    const Result<Import> read = read_csv(to_csv(images, style));
    REQUIRE_MESSAGE(read.ok(), read.error().message);
    CAPTURE(io::describe(read.value().summary.details));
    CHECK(read.value().dataset.pixels == images.pixels);
    CHECK(read.value().dataset.labels ==
          (style.label == LabelPlace::none ? unlabelled(images) : images).labels);
  }
}

TEST_CASE("any cut into chunks gives the same result as the whole") {
  Random random(7);
  for (int table = 0; table < 40; ++table) {
    const data::Dataset images = random_images(1 + random.below(36), random);
    const std::string text = to_csv(images, random_style(random));
    const std::size_t longest = table % 3 == 0 ? 1 : 1 + random.below(4000);
    check_same(read_csv(text), read_csv_in_chunks(text, longest, random));
  }
}

TEST_CASE("any cut of a damaged table gives the same result as the whole") {
  Random random(9);
  for (int table = 0; table < 60; ++table) {
    std::string text =
        to_csv(random_images(36 + random.below(10), random), {.line_end = table % 2 ? "\n" : "\r\n"});
    const std::size_t at = text.size() / 2 + random.below(text.size() / 2);
    text.replace(at, random.below(3), std::string(random.below(3), "0,9 \n\r\".-"[random.below(9)]));
    const std::size_t longest = table % 3 == 0 ? 1 : 1 + random.below(4000);
    check_same(read_csv(text), read_csv_in_chunks(text, longest, random));
  }
}

TEST_CASE("a wrong expected size makes no difference") {
  Random random(10);
  const data::Dataset images = random_images(50, random);
  const std::string text = to_csv(images, {});
  for (const std::size_t bytes : {std::size_t{0}, std::size_t{1}, text.size(), std::size_t{1} << 28}) {
    CsvReader reader;
    reader.set_expected_size(bytes);
    REQUIRE(reader.push(text).ok());
    const Result<Import> read = reader.finish();
    REQUIRE(read.ok());
    CHECK(read.value().dataset.pixels == images.pixels);
  }
}

TEST_CASE("the summary of a CSV has its columns and the place of its label") {
  Random random(6);
  const Result<Import> read =
      read_csv(to_csv(random_images(3, random), {.label = LabelPlace::last, .index = true}));
  REQUIRE(read.ok());
  CHECK(read.value().summary.format == "CSV");
  CHECK(read.value().summary.columns == 786);
  CHECK(read.value().summary.label_column == 786);
}

TEST_CASE("blank lines are skipped but counted") {
  const Result<Import> import = read_csv(csv_lines({"", blank_row("4"), "  ", blank_row("5"), "", ""}));
  REQUIRE(import.ok());
  CHECK(import.value().dataset.size() == 2);
  CHECK(error_of(csv_lines({"", blank_row("4"), "", blank_row("12"), blank_row("4"), blank_row("4")}))
            .starts_with("row 4, column 1: label 12, expected 0 to 9."));
}

TEST_CASE("cells that are missing or not a number become 0 and are listed") {
  const std::string rest = blank_row("").substr(12);
  const Import import = read(csv_header() + csv_lines({"7,,nan,5,x,9,-" + rest, "8,1,2,3,4,inf, " + rest}));
  CHECK(import.summary.report.cells_fixed == 6);
  CHECK(describe_fixes(import.summary.report) ==
        "6 cells missing or not a number, read as 0: row 2, column \"pixel0\"; row 2, column \"pixel1\"; "
        "row 2, column \"pixel3\"; row 2, column \"pixel5\"; row 3, column \"pixel4\"; and more.");
  const auto image = import.dataset.image(0);
  CHECK(image[0] == 0);
  CHECK(image[2] == 5);
  CHECK(image[4] == 9);
}

TEST_CASE("each fix names the row, the column and what was found") {
  std::string row = blank_row("4");
  row.replace(2, 1, "\"a \"");  // the first pixel
  const Import import =
      read(csv_lines({"label," + counting_row(0, 784), blank_row("7"), row, "5" + std::string(784, ',')}));
  const ImportReport& report = import.summary.report;
  CHECK(report.cells_fixed == 785);
  REQUIRE(report.fixes.size() == 785);
  const CellFix& first = report.fixes.front();
  CHECK(first.row == 3);
  CHECK(first.column == 2);
  CHECK(first.name == "0");
  CHECK(first.found == "a");
  CHECK(report.fixes.back().row == 4);
  CHECK(report.fixes.back().column == 785);
  CHECK(report.fixes.back().found == "");
}

TEST_CASE("only the first fixes are listed, and long cells are cut") {
  std::string table = "label," + counting_row(0, 784) + "\n";
  for (int row = 0; row < 3; ++row) table += "5" + std::string(783, ',') + "," + std::string(300, 'x') + "\n";
  const Import import = read(table);
  CHECK(import.summary.report.cells_fixed == 3 * 784);
  CHECK(import.summary.report.fixes.size() == max_listed);
  CHECK(import.summary.report.fixes[783].found == std::string(100, 'x'));
}

TEST_CASE("a row of the wrong length is skipped with both lengths, and the others are used") {
  CHECK(rejection(blank_row("2").substr(4) + "\n") == "row 22: 783 values, expected 785");
  CHECK(rejection(blank_row("2") + ",0\n") == "row 22: 786 values, expected 785");
  CHECK(rejection("5\n", "") == "row 21: 1 value, expected 785");
}

TEST_CASE("a row whose label is not 0 to 9 is skipped with its place") {
  const std::string place = "row 22, column \"label\": label ";
  CHECK(rejection(row("10")) == place + "10, expected 0 to 9");
  CHECK(rejection(row("-1")) == place + "-1, expected 0 to 9");
  CHECK(rejection(row("7.5")) == place + "7.5, expected 0 to 9");
  CHECK(rejection(row("eleven")) == place + "\"eleven\", expected 0 to 9");
  CHECK(rejection(row("\"null\"")) == place + "\"null\", expected 0 to 9");
  CHECK(rejection(row("nan")) == place + "\"nan\", expected 0 to 9");
  CHECK(rejection(row("")) == place + "missing, expected 0 to 9");
  CHECK(rejection(row("x"), "") == "row 21, column 1: label \"x\", expected 0 to 9");
}

TEST_CASE("a long or unprintable label is reported short and printable") {
  CHECK(rejection(row("abcdefghijklmnopqrstuvwxyz")) ==
        "row 22, column \"label\": label \"abcdefghijklmnopqrstuvwx...\", expected 0 to 9");
  CHECK(rejection(row("\x1b[31m")) == "row 22, column \"label\": label \"?[31m\", expected 0 to 9");
  CHECK(rejection(row("\xe5\x9b\x9b")) == "row 22, column \"label\": label \"???\", expected 0 to 9");
}

TEST_CASE("a row with a pixel outside 0 to 255 is skipped with its place") {
  const std::string place = "row 22, column \"pixel2\": ";
  CHECK(rejection(row_with("256")) == place + "pixel 256, expected 0 to 255");
  CHECK(rejection(row_with("-1")) == place + "pixel -1, expected 0 to 255");
  CHECK(rejection(row_with("255.01")) == place + "pixel 255.01, expected 0 to 255");
  CHECK(rejection(row_with("1e300")) == place + "pixel 1e300, expected 0 to 255");
  CHECK(rejection(row_with("1e99999")) == place + "pixel 1e99999, expected 0 to 255");
  CHECK(rejection(row_with("1000"), "") == "row 21, column 4: pixel 1000, expected 0 to 255");
}

TEST_CASE("a row with a pixel above 1 is skipped where the scale is 0 to 1") {
  std::string text = csv_header();
  for (int index = 0; index < 40; ++index) text += row_with("0.5");
  const Import import = read(text + row_with("200"));
  CHECK(report_of(import) ==
        "40 of 41 rows used, 1 skipped: row 42, column \"pixel2\": pixel 200, expected 0 to 1 "
        "as in the first rows.");
}

TEST_CASE("a second header, as in two concatenated files, is skipped") {
  const Import import = read(csv_header() + rows(20) + csv_header() + rows(20));
  CHECK(import.dataset.size() == 40);
  CHECK(report_of(import) ==
        "40 of 41 rows used, 1 skipped: row 22, column \"label\": label \"label\", expected 0 to 9.");
}

TEST_CASE("rejected rows do not change how the others are read") {
  Random random(2);
  const data::Dataset images = random_images(40, random);
  for (const CsvStyle& style :
       {CsvStyle{.header = Header::none, .index = true}, CsvStyle{.unit_scale = true}}) {
    std::string text = to_csv(images, style);
    const Import whole = read(text);
    std::size_t third = 0;
    for (int line = 0; line < 3; ++line) third = text.find('\n', third) + 1;
    text.insert(third, style.unit_scale ? row_with("300") : "2,1,0\n");
    const Import import = read(text);
    CHECK(import.summary.details == whole.summary.details);
    CHECK(import.summary.report.rows_rejected == 1);
    CHECK(import.dataset.pixels == whole.dataset.pixels);
  }
}

TEST_CASE("a rejected row adds no fixes to the report") {
  const Import import = read(csv_header() + rows(20) + row_with("x,300").substr(0, 20) + "\n" + "12," +
                             std::string(783, ',') + "\n" + row_with(""));
  CHECK(import.summary.report.rows_rejected == 2);
  CHECK(import.summary.report.cells_fixed == 1);
  REQUIRE(import.summary.report.fixes.size() == 1);
  CHECK(import.summary.report.fixes.front().row == 24);
}

TEST_CASE("of many rejected rows the first are described, the first thousand listed and all counted") {
  std::string text = csv_header() + rows(11'000);
  for (int index = 0; index < 1'200; ++index) text += "1,2\n";
  const Import import = read(text);
  CHECK(import.dataset.size() == 11'000);
  CHECK(import.summary.report.rows_rejected == 1'200);
  CHECK(import.summary.report.rejected_rows.size() == max_listed);
  CHECK(report_of(import) ==
        "11,000 of 12,200 rows used, 1,200 skipped: row 11002: 2 values, expected 785; row 11003: 2 values, "
        "expected 785; row 11004: 2 values, expected 785; row 11005: 2 values, expected 785; row 11006: 2 "
        "values, expected 785; and more.");
}

TEST_CASE("a file with more than one rejected row in ten is an error") {
  CHECK(read(rows(9) + "1\n").dataset.size() == 9);
  CHECK(error_of(rows(8) + "1\n") ==
        "row 9: 1 value, expected 785. 1 of 9 rows can't be used, more than 1 in 10. Please fix the file.");
  CHECK(
      error_of(csv_header() + rows(8) + row("x")) ==
      "row 10, column \"label\": label \"x\", expected 0 to 9. 1 of 9 rows can't be used, more than 1 in 10. "
      "Please fix the file.");
}

TEST_CASE("a rejected row is an error if every row is needed") {
  CsvReader reader(BadRows::fail);
  const Status status = reader.push(rows(50) + "1,2,3\n");
  REQUIRE_FALSE(status.ok());
  CHECK(status.error().message ==
        "row 51: 3 values, expected 785. Every row of this file is needed. Please fix it.");
}

TEST_CASE("a file without rows is an error") {
  CHECK(error_of("") == "This file is empty.");
  CHECK(error_of("\n\r\n  \n") == "This file is empty.");
  CHECK(error_of("\xef\xbb\xbf") == "This file is empty.");
  CHECK(error_of(csv_header()) == "This file has a header but no rows.");
  CHECK(error_of(csv_header() + "\n\n") == "This file has a header but no rows.");
}

TEST_CASE("bytes that are not text are an error") {
  using namespace std::string_literals;
  CHECK(error_of("abc\0\x01\x02"s) == "row 1 has a NUL byte, so this is not a text file.");
  CHECK(error_of(csv_header() + row("1") + row("\0"s)) ==
        "row 3 has a NUL byte, so this is not a text file.");
}

TEST_CASE("a line without an end is an error before it fills the memory") {
  const std::string endless(std::size_t{2} << 20, '1');
  CsvReader reader;
  const Status status = reader.push(endless);
  REQUIRE(!status.ok());
  CHECK(status.error().message == "row 1 is longer than 1,048,576 characters, so this is not a data file.");
  CHECK(error_of(csv_header() + endless) ==
        "row 2 is longer than 1,048,576 characters, so this is not a data file.");
}

TEST_CASE("errors in data are of the kind bad_data") {
  CHECK(read_csv("hello").error().kind == Error::Kind::bad_data);
}

TEST_CASE("labels beyond digits are classes, read at the same speed or slowly") {
  const std::string letters = row("A") + row("b") + row("A");
  CHECK(read(csv_header() + letters).dataset.classes == ClassNames{"A", "b"});
  const Import twice = read(csv_header() + letters + letters + letters + csv_header() + letters);
  CHECK(twice.dataset.labels == std::vector<std::uint8_t>{0, 1, 0, 0, 1, 0, 0, 1, 0, 0, 1, 0});
  CHECK(report_of(twice) == "12 of 13 rows used, 1 skipped: row 11, column \"label\": label \"label\".");
  const Import numbers = read(row("3") + row("0") + row("46") + row("12"));
  CHECK(numbers.dataset.classes == ClassNames{"0", "3", "12", "46"});
  CHECK(numbers.dataset.labels == std::vector<std::uint8_t>{1, 0, 3, 2});
  CHECK(io::describe(numbers.summary.details) == "comma-separated, without a header, label first, 4 classes");
}
