#include <doctest/doctest.h>

#include <string>

#include "core/io/CsvReader.h"
#include "tests/core/io/CsvTable.h"

using namespace inkling;
using namespace inkling::io;
using namespace inkling::testing;

namespace {

std::string header() {
  std::string line = "label";
  for (int pixel = 0; pixel < image_pixels; ++pixel) line += ",pixel" + std::to_string(pixel);
  return line + "\n";
}

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

std::string told(const Import& import) {
  return describe_refused(import.summary.damage, import.summary.rows);
}

/// Reads the text whole and in random chunks, which must leave the same rows out.
Import read(const std::string& text) {
  const Result<Import> whole = read_csv(text);
  REQUIRE_MESSAGE(whole.ok(), whole.error().message);
  Random random(1);
  const Result<Import> cut = read_csv_in_chunks(text, 300, random);
  REQUIRE(cut.ok());
  CHECK(whole.value().dataset.pixels == cut.value().dataset.pixels);
  CHECK(whole.value().dataset.labels == cut.value().dataset.labels);
  CHECK(told(whole.value()) == told(cut.value()));
  CHECK(describe_repairs(whole.value().summary.damage) == describe_repairs(cut.value().summary.damage));
  return whole.value();
}

/// Why the last row of a table is left out, of which the 20 before are used.
std::string fault(const std::string& last, const std::string& first_line = header()) {
  const Import import = read(first_line + rows(20) + last);
  CHECK(import.dataset.size() == 20);
  CHECK(import.dataset.labels.size() == 20);
  CHECK(import.summary.damage.rows_refused == 1);
  REQUIRE(import.summary.damage.refused.size() == 1);
  return describe(import.summary.damage.refused.front());
}

}  // namespace

TEST_CASE("a ragged row is left out with its number and lengths, and the others are used") {
  CHECK(fault(blank_row("2").substr(4) + "\n") == "row 22: 783 values, expected 785");
  CHECK(fault(blank_row("2") + ",0\n") == "row 22: 786 values, expected 785");
  CHECK(fault("5\n", "") == "row 21: 1 value, expected 785");
}

TEST_CASE("a row whose label is not 0 to 9 is left out with its place") {
  const std::string place = "row 22, column \"label\": the label is ";
  CHECK(fault(row("10")) == place + "10; labels are 0 to 9");
  CHECK(fault(row("-1")) == place + "-1; labels are 0 to 9");
  CHECK(fault(row("7.5")) == place + "7.5; labels are 0 to 9");
  CHECK(fault(row("zero")) == place + "\"zero\"; labels are 0 to 9");
  CHECK(fault(row("\"seven\"")) == place + "\"seven\"; labels are 0 to 9");
  CHECK(fault(row("nan")) == place + "\"nan\"; labels are 0 to 9");
  CHECK(fault(row("")) == place + "missing; labels are 0 to 9");
  CHECK(fault(row("x"), "") == "row 21, column 1: the label is \"x\"; labels are 0 to 9");
}

TEST_CASE("a long or unprintable label is told short and printable") {
  CHECK(fault(row("abcdefghijklmnopqrstuvwxyz")) ==
        "row 22, column \"label\": the label is \"abcdefghijklmnopqrstuvwx...\"; labels are 0 to 9");
  CHECK(fault(row("\xe5\x9b\x9b")) == "row 22, column \"label\": the label is \"???\"; labels are 0 to 9");
}

TEST_CASE("a row with a pixel outside 0 to 255 is left out with its place") {
  const std::string place = "row 22, column \"pixel2\": ";
  CHECK(fault(row_with("256")) == place + "256 is outside 0 to 255");
  CHECK(fault(row_with("-1")) == place + "-1 is outside 0 to 255");
  CHECK(fault(row_with("255.01")) == place + "255.01 is outside 0 to 255");
  CHECK(fault(row_with("1e300")) == place + "1e300 is outside 0 to 255");
  CHECK(fault(row_with("1e99999")) == place + "1e99999 is outside 0 to 255");
  CHECK(fault(row_with("1000"), "") == "row 21, column 4: 1000 is outside 0 to 255");
}

TEST_CASE("a row with a pixel beyond the scale of 0 to 1 is left out with its place") {
  std::string text = header();
  for (int index = 0; index < 40; ++index) text += row_with("0.5");
  const Import import = read(text + row_with("200"));
  CHECK(told(import) ==
        "40 of 41 rows used, 1 left out: row 42, column \"pixel2\": 200 is outside 0 to 1, where the first "
        "rows lie.");
}

TEST_CASE("a second header, as of two files put together, is left out") {
  const Import import = read(header() + rows(20) + header() + rows(20));
  CHECK(import.dataset.size() == 40);
  CHECK(
      told(import) ==
      "40 of 41 rows used, 1 left out: row 22, column \"label\": the label is \"label\"; labels are 0 to 9.");
}

TEST_CASE("rows that cannot be used change nothing of what the others are taken for") {
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
    CHECK(import.summary.damage.rows_refused == 1);
    CHECK(import.dataset.pixels == whole.dataset.pixels);
  }
}

TEST_CASE("an index column is known where a row of it is cut off") {
  Random random(3);
  std::string text = to_csv(random_images(40, random), {.header = Header::none, .index = true});
  const std::size_t second = text.find('\n') + 1;
  text.erase(second + 9, text.find('\n', second) - second - 9);
  const Import import = read(text);
  CHECK(import.summary.details == "comma-separated, without a header, label first, the index column dropped");
  CHECK(import.dataset.size() == 39);
}

TEST_CASE("of a row that is left out no repair is told") {
  const Import import = read(header() + rows(20) + row_with("x,300").substr(0, 20) + "\n" + "12," +
                             std::string(783, ',') + "\n" + row_with(""));
  CHECK(import.summary.damage.rows_refused == 2);
  CHECK(import.summary.damage.cells_repaired == 1);
  REQUIRE(import.summary.damage.repairs.size() == 1);
  CHECK(import.summary.damage.repairs.front().row == 24);
}

TEST_CASE("the first places of many rows are told, the first thousand listed and all counted") {
  std::string text = header() + rows(11'000);
  for (int index = 0; index < 1'200; ++index) text += "1,2\n";
  const Import import = read(text);
  CHECK(import.dataset.size() == 11'000);
  CHECK(import.summary.damage.rows_refused == 1'200);
  CHECK(import.summary.damage.refused.size() == damage_listed);
  CHECK(told(import) ==
        "11,000 of 12,200 rows used, 1,200 left out: row 11002: 2 values, expected 785; row 11003: 2 values, "
        "expected 785; row 11004: 2 values, expected 785; row 11005: 2 values, expected 785; row 11006: 2 "
        "values, expected 785; and more.");
}

TEST_CASE("a file of which more than one row in ten cannot be used is refused with the first and the share") {
  CHECK(read(rows(9) + "1\n").dataset.size() == 9);
  const Result<Import> refused = read_csv(rows(8) + "1\n");
  REQUIRE_FALSE(refused.ok());
  CHECK(refused.error().message ==
        "row 9: 1 value, expected 785. 1 of 9 rows cannot be used, and Inkling leaves out 1 in 10 at most: "
        "mend the file or choose another.");
  const Result<Import> none = read_csv(header() + row("x") + row("y"));
  REQUIRE_FALSE(none.ok());
  CHECK(none.error().message ==
        "row 2, column \"label\": the label is \"x\"; labels are 0 to 9. 2 of 2 rows cannot be used, and "
        "Inkling leaves out 1 in 10 at most: mend the file or choose another.");
}

TEST_CASE("where every row counts one that cannot be used refuses the file") {
  CsvReader reader(BadRows::refused);
  const Status status = reader.push(rows(50) + "1,2,3\n");
  REQUIRE_FALSE(status.ok());
  CHECK(status.error().message ==
        "row 51: 3 values, expected 785. Every row of this file is needed: mend that one.");
}
