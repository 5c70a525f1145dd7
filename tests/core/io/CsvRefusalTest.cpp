#include <doctest/doctest.h>

#include <string>

#include "core/io/CsvReader.h"
#include "tests/core/io/CsvTable.h"

using namespace inkling;
using namespace inkling::io;
using namespace inkling::testing;

namespace {

std::string refusal(const std::string& text) {
  const Result<Import> read = read_csv(text);
  CHECK_FALSE(read.ok());
  if (read) return {};
  Random random(1);
  const Result<Import> cut = read_csv_in_chunks(text, 3, random);
  CHECK_FALSE(cut.ok());
  if (!cut) CHECK(cut.error().message == read.error().message);
  return read.error().message;
}

std::string header() {
  std::string line = "label";
  for (int pixel = 0; pixel < image_pixels; ++pixel) line += ",pixel" + std::to_string(pixel);
  return line + "\n";
}

std::string repeated(std::string_view cell, std::size_t times) {
  std::string line(cell);
  for (std::size_t index = 1; index < times; ++index) line += "," + std::string(cell);
  return line + "\n";
}

std::string row(std::string_view label) {
  return blank_row(label) + "\n";
}

}  // namespace

TEST_CASE("an image of another size is refused with what was found") {
  const std::string end = ". Inkling reads 28x28.";
  CHECK(refusal(repeated("0", 65)) == "This file has 65 columns a row: that is 8x8 with a label" + end);
  CHECK(refusal(repeated("0", 64)) == "This file has 64 columns a row: that is 8x8" + end);
  CHECK(refusal("label" + repeated("x", 64).substr(1) + ",b\n") ==
        "This file has 64 columns a row, which leaves 63 pixels beside the label. Inkling reads 28x28, which "
        "is 784.");
  CHECK(refusal("\"label\"," + repeated("\"a\"", 64) + "\"zero\"," + repeated("0", 64)) ==
        "This file has 65 columns a row: that is 8x8 with a label" + end);
  CHECK(refusal(repeated("0.5", 257)) == "This file has 257 columns a row: that is 16x16 with a label" + end);
  CHECK(refusal(repeated("0", 256)) == "This file has 256 columns a row: that is 16x16" + end);
  CHECK(refusal(repeated("0", 1024)) == "This file has 1,024 columns a row: that is 32x32" + end);
}

TEST_CASE("another width is refused with what it leaves") {
  const std::string wanted = ". Inkling reads 28x28: 784 pixels a row, with or without a label.";
  CHECK(refusal("hello\n") == "This file has 1 column a row" + wanted);
  CHECK(refusal("label\n") ==
        "This file has 1 column a row, which leaves 0 pixels beside the label. Inkling reads 28x28, which is "
        "784.");
  CHECK(refusal(repeated("0", 700)) == "This file has 700 columns a row" + wanted);
  CHECK(refusal(repeated("0", 786)) == "This file has 786 columns a row" + wanted);
  CHECK(refusal("label," + repeated("p", 783)) ==
        "This file has 784 columns a row, which leaves 783 pixels beside the label. Inkling reads 28x28, "
        "which is 784.");
  CHECK(refusal("id,label," + repeated("p", 783)) ==
        "This file has 785 columns a row, which leaves 783 pixels beside "
        "the index and the label. Inkling reads 28x28, which is 784.");
  CHECK(refusal("id," + repeated("p", 783)) ==
        "This file has 784 columns a row, which leaves 783 pixels beside the index. Inkling reads 28x28, "
        "which is 784.");
}

TEST_CASE("a file without rows is refused") {
  CHECK(refusal("") == "This file is empty.");
  CHECK(refusal("\n\r\n  \n") == "This file is empty.");
  CHECK(refusal("\xef\xbb\xbf") == "This file is empty.");
  CHECK(refusal(header()) == "This file has a header, but no rows under it.");
  CHECK(refusal(header() + "\n\n") == "This file has a header, but no rows under it.");
}

TEST_CASE("bytes that are not text are refused") {
  using namespace std::string_literals;
  CHECK(refusal("abc\0\x01\x02"s) == "row 1 holds a NUL byte: this is not text.");
  CHECK(refusal(header() + row("1") + row("\0"s)) == "row 3 holds a NUL byte: this is not text.");
}

TEST_CASE("a line without end is refused before it fills the memory") {
  const std::string endless(std::size_t{2} << 20, '1');
  CsvReader reader;
  const Status status = reader.push(endless);
  REQUIRE(!status.ok());
  CHECK(status.error().message == "row 1 is longer than 1,048,576 characters, which no row of images is.");
  CHECK(refusal(header() + endless) ==
        "row 2 is longer than 1,048,576 characters, which no row of images is.");
}

TEST_CASE("every refusal of data is of the kind bad data") {
  CHECK(read_csv("hello").error().kind == Error::Kind::bad_data);
}
