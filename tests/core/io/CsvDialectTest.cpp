// SPDX-License-Identifier: MIT
#include "core/io/csv/CsvDialect.h"

#include <doctest/doctest.h>

#include <string>

#include "tests/core/io/CsvTable.h"

using namespace inkling;
using namespace inkling::io;
using namespace inkling::testing;

namespace {

void check_reads(const data::Dataset& dataset, const CsvStyle& style, const std::string& details) {
  const data::Dataset expected = style.label == LabelPlace::none ? unlabelled(dataset) : dataset;
  const Result<Import> read = read_csv(to_csv(dataset, style));
  REQUIRE_MESSAGE(read.ok(), read.error().message);
  CHECK(read.value().dataset.pixels == expected.pixels);
  CHECK(read.value().dataset.labels == expected.labels);
  CHECK(io::describe(read.value().summary.details) == details);
  CHECK(read.value().summary.rows == dataset.size());
  CHECK(read.value().summary.report.cells_fixed == 0);
}

void check_reads(const CsvStyle& style, const std::string& details) {
  Random random(4);
  check_reads(random_images(40, random), style, details);
}

/// The details, or the error.
std::string details_of(const std::string& text) {
  const Result<Import> read = read_csv(text);
  return read ? io::describe(read.value().summary.details) : read.error().message;
}

std::string repeated(std::string_view cell, std::size_t times) {
  std::string line(cell);
  for (std::size_t index = 1; index < times; ++index) line += "," + std::string(cell);
  return line + "\n";
}

}  // namespace

TEST_CASE("Kaggle's train.csv is read, with CRLF and LF") {
  check_reads({.line_end = "\r\n"}, "comma-separated, with a header, label first");
  check_reads({}, "comma-separated, with a header, label first");
}

TEST_CASE("Kaggle's test.csv has no labels") {
  check_reads({.label = LabelPlace::none}, "comma-separated, with a header, no label");
}

TEST_CASE("a table without a header has its label first, last or not at all") {
  check_reads({.header = Header::none}, "comma-separated, without a header, label first");
  check_reads({.label = LabelPlace::last, .header = Header::none},
              "comma-separated, without a header, label last");
  check_reads({.label = LabelPlace::none, .header = Header::none},
              "comma-separated, without a header, no label");
}

TEST_CASE("a label column is recognised by its name, in any case and in quotes") {
  for (const char* name :
       {"label", "Label", "LABEL", "y", "Y", "class", "digit", "target", "\"Target\"", " label "}) {
    CAPTURE(name);
    check_reads({.label_name = name}, "comma-separated, with a header, label first");
    check_reads({.label = LabelPlace::last, .label_name = name},
                "comma-separated, with a header, label last");
  }
}

TEST_CASE("a label column is recognised by its values if its name says nothing") {
  check_reads({.label_name = "V1"}, "comma-separated, with a header, label first");
  check_reads({.label = LabelPlace::last, .label_name = "V785"},
              "comma-separated, with a header, label last");
}

TEST_CASE("a header of plain numbers is not an image") {
  check_reads({.label = LabelPlace::none, .header = Header::numbers},
              "comma-separated, with a header, no label");
  check_reads({.header = Header::numbers}, "comma-separated, with a header, label first");
  CHECK(details_of(csv_lines({counting_row(1, 784), blank_row("0").substr(2)})) ==
        "comma-separated, with a header, no label");
  CHECK(details_of(csv_lines({"label," + counting_row(0, 784), blank_row("7")})) ==
        "comma-separated, with a header, label first");
}

TEST_CASE("a row of data that a data frame used as column names is a header") {
  std::string names = "5,0";
  for (int repeat = 1; repeat < image_pixels; ++repeat) names += ",0." + std::to_string(repeat);
  const Result<Import> read = read_csv(csv_lines({names, blank_row("4")}));
  REQUIRE(read.ok());
  CHECK(read.value().dataset.size() == 1);
  CHECK(io::describe(read.value().summary.details) == "comma-separated, with a header, label first");
}

TEST_CASE("a first row of repeated numbers is an image") {
  const Result<Import> read = read_csv(csv_lines({blank_row("4"), blank_row("5")}));
  REQUIRE(read.ok());
  CHECK(read.value().dataset.labels == std::vector<std::uint8_t>{4, 5});
}

TEST_CASE("numbers may have exponents, as NumPy writes them") {
  check_reads({.header = Header::none, .exponents = true}, "comma-separated, without a header, label first");
  check_reads({.header = Header::none, .delimiter = " ", .exponents = true},
              "space-separated, without a header, label first");
}

TEST_CASE("semicolons and tabs are delimiters, too") {
  check_reads({.delimiter = ";"}, "semicolon-separated, with a header, label first");
  check_reads({.delimiter = "\t"}, "tab-separated, with a header, label first");
}

TEST_CASE("a comma is the decimal point if semicolons are the delimiters") {
  Random random(1);
  const data::Dataset images = random_images(3, random);
  std::string text = to_csv(images, {.delimiter = ";", .unit_scale = true});
  for (char& character : text) {
    if (character == '.') character = ',';
  }
  const Result<Import> read = read_csv(text);
  REQUIRE(read.ok());
  CHECK(read.value().dataset.pixels == images.pixels);
}

TEST_CASE("a byte order mark, quotes, blanks and a missing last line break make no difference") {
  const std::string details = "comma-separated, with a header, label first";
  check_reads({.byte_order_mark = true}, details);
  check_reads({.quotes = true}, details);
  check_reads({.blanks = true}, details);
  check_reads({.last_line_end = false}, details);
  check_reads({.line_end = "\r"}, details);
  check_reads(
      {.line_end = "\r\n", .last_line_end = false, .byte_order_mark = true, .quotes = true, .blanks = true},
      details);
}

TEST_CASE("an index column is ignored, whether it has a name or counts up") {
  const std::string ignored = ", index column ignored";
  check_reads({.index = true}, "comma-separated, with a header, label first" + ignored);
  check_reads({.label = LabelPlace::last, .index = true},
              "comma-separated, with a header, label last" + ignored);
  check_reads({.label = LabelPlace::none, .index = true},
              "comma-separated, with a header, no label" + ignored);
  check_reads({.header = Header::none, .index = true},
              "comma-separated, without a header, label first" + ignored);
  check_reads({.label = LabelPlace::last, .header = Header::none, .index = true},
              "comma-separated, without a header, label last" + ignored);
  check_reads({.label = LabelPlace::none, .header = Header::none, .index = true},
              "comma-separated, without a header, no label" + ignored);
  CHECK(details_of(csv_lines({",label," + counting_row(0, 784), "a," + blank_row("7")})) ==
        "comma-separated, with a header, label first" + ignored);
}

TEST_CASE("an index column is recognised even if one of the first rows is cut off") {
  Random random(3);
  std::string text = to_csv(random_images(40, random), {.header = Header::none, .index = true});
  const std::size_t second = text.find('\n') + 1;
  text.erase(second + 9, text.find('\n', second) - second - 9);
  const Result<Import> read = read_csv(text);
  REQUIRE(read.ok());
  CHECK(io::describe(read.value().summary.details) ==
        "comma-separated, without a header, label first, index column ignored");
  CHECK(read.value().dataset.size() == 39);
}

TEST_CASE("ten rows labelled 0 to 9 in order are labels, not an index") {
  Random random(2);
  data::Dataset images = random_images(10, random);
  for (std::size_t index = 0; index < 10; ++index) images.labels[index] = static_cast<std::uint8_t>(index);
  check_reads(images, {.header = Header::none}, "comma-separated, without a header, label first");
}

TEST_CASE("a label column that counts up is not an index if its name says so") {
  std::string header = "label,weight";
  for (int pixel = 0; pixel < image_pixels; ++pixel) header += ",p" + std::to_string(pixel);
  CHECK(details_of(csv_lines({header, "0," + blank_row("0"), "1," + blank_row("0")})) ==
        "comma-separated, with a header, label first, 1 column ignored");
}

TEST_CASE("a table sorted by label may have its label first or last") {
  Random random(3);
  data::Dataset images = random_images(100, random);
  for (std::size_t index = 0; index < 100; ++index)
    images.labels[index] = static_cast<std::uint8_t>(index / 50);
  check_reads(images, {.header = Header::none}, "comma-separated, without a header, label first");
  check_reads(images, {.label = LabelPlace::last, .header = Header::none},
              "comma-separated, without a header, label last");
}

TEST_CASE("pixels from 0 to 1 are scaled to 0 to 255") {
  check_reads({.unit_scale = true},
              "comma-separated, with a header, label first, pixels scaled from 0-1 to 0-255");
}

TEST_CASE("pixels of only 0 and 1 become 0 and 255") {
  Random random(5);
  data::Dataset images = random_images(40, random);
  for (std::uint8_t& pixel : images.pixels) pixel = pixel > 127 ? 1 : 0;
  const Result<Import> read = read_csv(to_csv(images, {}));
  REQUIRE(read.ok());
  for (std::uint8_t& pixel : images.pixels) pixel = pixel == 1 ? 255 : 0;
  CHECK(read.value().dataset.pixels == images.pixels);
}

TEST_CASE("images of another size are an error that names the size") {
  const std::string end = ". Inkling needs 28x28.";
  CHECK(details_of(repeated("0", 65)) == "The rows have 65 columns: 8x8 images with labels" + end);
  CHECK(details_of(repeated("0", 64)) == "The rows have 64 columns: 8x8 images" + end);
  CHECK(details_of("\"label\"," + repeated("\"a\"", 64) + "\"zero\"," + repeated("0", 64)) ==
        "The rows have 65 columns: 8x8 images with labels" + end);
  CHECK(details_of(repeated("0.5", 257)) == "The rows have 257 columns: 16x16 images with labels" + end);
  CHECK(details_of(repeated("0", 256)) == "The rows have 256 columns: 16x16 images" + end);
  CHECK(details_of(repeated("0", 1024)) == "The rows have 1,024 columns: 32x32 images" + end);
}

TEST_CASE("another number of columns is an error that says what they are") {
  const std::string needs = ". Inkling needs 784 pixels (28x28)";
  const std::string end = needs + ", with or without a label.";
  CHECK(details_of("hello\n") == "The rows have 1 column" + end);
  CHECK(details_of(repeated("0", 700)) == "The rows have 700 columns" + end);
  CHECK(details_of(repeated("0", 786)) == "The rows have 786 columns" + end);
  CHECK(details_of("label\n") == "The rows have 1 column: label, 0 pixels" + needs + ".");
  CHECK(details_of("label,b," + repeated("x", 62)) ==
        "The rows have 64 columns: label, 63 pixels" + needs + ".");
  CHECK(details_of("label," + repeated("p", 783)) ==
        "The rows have 784 columns: label, 783 pixels" + needs + ".");
  CHECK(details_of("id,label," + repeated("p", 783)) ==
        "The rows have 785 columns: index, label, 783 pixels" + needs + ".");
  CHECK(details_of("id," + repeated("p", 783)) ==
        "The rows have 784 columns: index, 783 pixels" + needs + ".");
}
