#include "core/io/CsvReader.h"

#include <doctest/doctest.h>

#include <string>

#include "tests/core/io/CsvTable.h"

using namespace inkling;
using namespace inkling::io;
using namespace inkling::testing;

namespace {

data::Dataset unlabelled(data::Dataset dataset) {
  dataset.labels.clear();
  return dataset;
}

void check_reads(const data::Dataset& dataset, const CsvStyle& style, const std::string& details) {
  const data::Dataset expected = style.label == LabelPlace::none ? unlabelled(dataset) : dataset;
  const Result<Import> read = read_csv(to_csv(dataset, style));
  REQUIRE_MESSAGE(read.ok(), read.error().message);
  CHECK(read.value().dataset.pixels == expected.pixels);
  CHECK(read.value().dataset.labels == expected.labels);
  CHECK(read.value().summary.details == details);
  CHECK(read.value().summary.rows == dataset.size());
  CHECK(read.value().summary.damage.cells_repaired == 0);
}

void check_reads(const CsvStyle& style, const std::string& details) {
  Random random(4);
  check_reads(random_images(40, random), style, details);
}

std::string details_of(const std::string& text) {
  const Result<Import> read = read_csv(text);
  return read ? read.value().summary.details : read.error().message;
}

std::string lines(std::initializer_list<std::string> rows) {
  std::string text;
  for (const std::string& row : rows) text += row + "\n";
  return text;
}

/// A row of numbers all different, such as no image is: a header.
std::string counting(int first, int count) {
  std::string line;
  for (int number = first; number < first + count; ++number) {
    line += (line.empty() ? "" : ",") + std::to_string(number);
  }
  return line;
}

}  // namespace

TEST_CASE("Kaggle's train.csv is read, with CRLF and LF") {
  check_reads({.line_end = "\r\n"}, "comma-separated, with a header, label first");
  check_reads({}, "comma-separated, with a header, label first");
}

TEST_CASE("Kaggle's test.csv has no labels") {
  check_reads({.label = LabelPlace::none}, "comma-separated, with a header, no label");
}

TEST_CASE("a table without header has its label first, last or not at all") {
  check_reads({.header = Header::none}, "comma-separated, without a header, label first");
  check_reads({.label = LabelPlace::last, .header = Header::none},
              "comma-separated, without a header, label last");
  check_reads({.label = LabelPlace::none, .header = Header::none},
              "comma-separated, without a header, no label");
}

TEST_CASE("a label column is known by its name, in any case and in quotes") {
  for (const char* name :
       {"label", "Label", "LABEL", "y", "Y", "class", "digit", "target", "\"Target\"", " label "}) {
    CAPTURE(name);
    check_reads({.label_name = name}, "comma-separated, with a header, label first");
    check_reads({.label = LabelPlace::last, .label_name = name},
                "comma-separated, with a header, label last");
  }
}

TEST_CASE("a label column is found by its values where its name says nothing") {
  check_reads({.label_name = "V1"}, "comma-separated, with a header, label first");
  check_reads({.label = LabelPlace::last, .label_name = "V785"},
              "comma-separated, with a header, label last");
}

TEST_CASE("a header of plain numbers is no image") {
  check_reads({.label = LabelPlace::none, .header = Header::numbers},
              "comma-separated, with a header, no label");
  check_reads({.header = Header::numbers}, "comma-separated, with a header, label first");
  CHECK(details_of(lines({counting(1, 784), blank_row("0").substr(2)})) ==
        "comma-separated, with a header, no label");
  CHECK(details_of(lines({"label," + counting(0, 784), blank_row("7")})) ==
        "comma-separated, with a header, label first");
}

TEST_CASE("a row of data that a data frame took for names is a header") {
  std::string names = "5,0";
  for (int repeat = 1; repeat < image_pixels; ++repeat) names += ",0." + std::to_string(repeat);
  const Result<Import> read = read_csv(lines({names, blank_row("4")}));
  REQUIRE(read.ok());
  CHECK(read.value().dataset.size() == 1);
  CHECK(read.value().summary.details == "comma-separated, with a header, label first");
}

TEST_CASE("a first row of plain numbers that repeat is an image") {
  const Result<Import> read = read_csv(lines({blank_row("4"), blank_row("5")}));
  REQUIRE(read.ok());
  CHECK(read.value().dataset.labels == std::vector<std::uint8_t>{4, 5});
}

TEST_CASE("numbers may have exponents, as numpy writes them") {
  check_reads({.header = Header::none, .exponents = true}, "comma-separated, without a header, label first");
  check_reads({.header = Header::none, .delimiter = " ", .exponents = true},
              "space-separated, without a header, label first");
}

TEST_CASE("semicolons and tabs separate too") {
  check_reads({.delimiter = ";"}, "semicolon-separated, with a header, label first");
  check_reads({.delimiter = "\t"}, "tab-separated, with a header, label first");
}

TEST_CASE("a comma is a decimal point where semicolons separate") {
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

TEST_CASE("a byte order mark, quotes, blanks and a missing last line end change nothing") {
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

TEST_CASE("blank lines are passed over but counted") {
  const Result<Import> read = read_csv(lines({"", blank_row("4"), "  ", blank_row("5"), "", ""}));
  REQUIRE(read.ok());
  CHECK(read.value().dataset.size() == 2);
  const Result<Import> refused = read_csv(lines({"", blank_row("4"), "", blank_row("12")}));
  REQUIRE(!refused.ok());
  CHECK(refused.error().message.starts_with("row 4, column 1: the label is 12; labels are 0 to 9."));
}

TEST_CASE("an index column is dropped, named or counting") {
  const std::string dropped = ", the index column dropped";
  check_reads({.index = true}, "comma-separated, with a header, label first" + dropped);
  check_reads({.label = LabelPlace::last, .index = true},
              "comma-separated, with a header, label last" + dropped);
  check_reads({.label = LabelPlace::none, .index = true},
              "comma-separated, with a header, no label" + dropped);
  check_reads({.header = Header::none, .index = true},
              "comma-separated, without a header, label first" + dropped);
  check_reads({.label = LabelPlace::last, .header = Header::none, .index = true},
              "comma-separated, without a header, label last" + dropped);
  check_reads({.label = LabelPlace::none, .header = Header::none, .index = true},
              "comma-separated, without a header, no label" + dropped);
  CHECK(details_of(lines({",label," + counting(0, 784), "a," + blank_row("7")})) ==
        "comma-separated, with a header, label first" + dropped);
}

TEST_CASE("ten rows labelled 0 to 9 in order are labels, not an index") {
  Random random(2);
  data::Dataset images = random_images(10, random);
  for (std::size_t index = 0; index < 10; ++index) images.labels[index] = static_cast<std::uint8_t>(index);
  check_reads(images, {.header = Header::none}, "comma-separated, without a header, label first");
}

TEST_CASE("a label column that counts up is no index if it is named") {
  std::string header = "label,weight";
  for (int pixel = 0; pixel < image_pixels; ++pixel) header += ",p" + std::to_string(pixel);
  CHECK(
      details_of(lines({header, "0," + blank_row("0"), "1," + blank_row("0")})) ==
      "This file has 786 columns a row, which leaves 785 pixels beside the label. Inkling reads 28x28, which "
      "is 784.");
}

TEST_CASE("a table sorted by label has its label found first or last") {
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
              "comma-separated, with a header, label first, pixels from 0 to 1 scaled to 0 to 255");
}

TEST_CASE("images of zeros and ones are ink and paper") {
  Random random(5);
  data::Dataset images = random_images(40, random);
  for (std::uint8_t& pixel : images.pixels) pixel = pixel > 127 ? 1 : 0;
  const Result<Import> read = read_csv(to_csv(images, {}));
  REQUIRE(read.ok());
  for (std::uint8_t& pixel : images.pixels) pixel = pixel == 1 ? 255 : 0;
  CHECK(read.value().dataset.pixels == images.pixels);
}

TEST_CASE("fractions are rounded to the nearest grey") {
  const Result<Import> read = read_csv("3,254.5,0.4,99.6" + blank_row("").substr(6) + "\n");
  REQUIRE(read.ok());
  const auto image = read.value().dataset.image(0);
  CHECK(image[0] == 255);
  CHECK(image[1] == 0);
  CHECK(image[2] == 100);
}

TEST_CASE("cells that are missing or not a number become 0, counted and placed") {
  const std::string rest = blank_row("").substr(12);
  const std::string header = "label," + [] {
    std::string names = "pixel0";
    for (int pixel = 1; pixel < image_pixels; ++pixel) names += ",pixel" + std::to_string(pixel);
    return names;
  }();
  const Result<Import> read = read_csv(lines({header, "7,,nan,5,x,9,-" + rest, "8,1,2,3,4,inf, " + rest}));
  REQUIRE_MESSAGE(read.ok(), read.error().message);
  CHECK(read.value().summary.damage.cells_repaired == 6);
  CHECK(describe_repairs(read.value().summary.damage) ==
        "6 cells missing or not a number, read as 0: row 2, column \"pixel0\"; row 2, column \"pixel1\"; "
        "row 2, column \"pixel3\"; row 2, column \"pixel5\"; row 3, column \"pixel4\"; and more.");
  const auto image = read.value().dataset.image(0);
  CHECK(image[0] == 0);
  CHECK(image[2] == 5);
  CHECK(image[4] == 9);
}

TEST_CASE("the summary of a CSV tells its columns and where the label is") {
  Random random(6);
  const Result<Import> read =
      read_csv(to_csv(random_images(3, random), {.label = LabelPlace::last, .index = true}));
  REQUIRE(read.ok());
  CHECK(read.value().summary.format == "CSV");
  CHECK(read.value().summary.columns == 786);
  CHECK(read.value().summary.label_column == 786);
}

namespace {

std::string told(const Import& import) {
  return describe_repairs(import.summary.damage) +
         describe_refused(import.summary.damage, import.summary.rows);
}

/// Reads the text whole and in random chunks, which must come to the same.
void check_cut(const std::string& text, int table, Random& random) {
  const Result<Import> whole = read_csv(text);
  const Result<Import> cut = read_csv_in_chunks(text, table % 3 == 0 ? 1 : 1 + random.below(4000), random);
  REQUIRE(whole.ok() == cut.ok());
  if (!whole) {
    CHECK(whole.error().message == cut.error().message);
    return;
  }
  CHECK(whole.value().dataset.pixels == cut.value().dataset.pixels);
  CHECK(whole.value().dataset.labels == cut.value().dataset.labels);
  CHECK(whole.value().summary.details == cut.value().summary.details);
  CHECK(told(whole.value()) == told(cut.value()));
}

}  // namespace

TEST_CASE("any cut into chunks gives what the whole gives") {
  Random random(7);
  for (int table = 0; table < 40; ++table) {
    const data::Dataset images = random_images(1 + random.below(36), random);
    check_cut(to_csv(images, random_style(random)), table, random);
  }
}

TEST_CASE("any cut of a damaged table gives what the whole gives") {
  Random random(9);
  for (int table = 0; table < 60; ++table) {
    std::string text =
        to_csv(random_images(36 + random.below(10), random), {.line_end = table % 2 ? "\n" : "\r\n"});
    const std::size_t place = text.size() / 2 + random.below(text.size() / 2);
    text.replace(place, random.below(3), std::string(random.below(3), "0,9 \n\r\".-"[random.below(9)]));
    check_cut(text, table, random);
  }
}

TEST_CASE("a wrong length of the file changes nothing") {
  Random random(10);
  const data::Dataset images = random_images(50, random);
  const std::string text = to_csv(images, {});
  for (const std::size_t bytes : {std::size_t{0}, std::size_t{1}, text.size(), std::size_t{1} << 28}) {
    CsvReader reader;
    reader.expect(bytes);
    REQUIRE(reader.push(text).ok());
    const Result<Import> read = reader.finish();
    REQUIRE(read.ok());
    CHECK(read.value().dataset.pixels == images.pixels);
  }
}

TEST_CASE("every style of table gives its images back") {
  Random random(8);
  for (int table = 0; table < 50; ++table) {
    const data::Dataset images = random_images(12 + random.below(30), random);
    const CsvStyle style = random_style(random);
    const Result<Import> read = read_csv(to_csv(images, style));
    REQUIRE_MESSAGE(read.ok(), read.error().message);
    CAPTURE(read.value().summary.details);
    CHECK(read.value().dataset.pixels == images.pixels);
    CHECK(read.value().dataset.labels ==
          (style.label == LabelPlace::none ? unlabelled(images) : images).labels);
  }
}

TEST_CASE("each cell that is read as 0 is told with its place and what stands there") {
  std::string row = blank_row("4");
  row.replace(2, 1, "\"a \"");  // the first pixel
  const Result<Import> read =
      read_csv(lines({"label," + counting(0, 784), blank_row("7"), row, "5" + std::string(784, ',')}));
  REQUIRE_MESSAGE(read.ok(), read.error().message);
  const ImportReport& damage = read.value().summary.damage;
  CHECK(damage.cells_repaired == 785);
  REQUIRE(damage.repairs.size() == 785);
  const CellFix& first = damage.repairs.front();
  CHECK(first.row == 3);
  CHECK(first.column == 2);
  CHECK(first.name == "0");
  CHECK(first.found == "a");
  CHECK(damage.repairs.back().row == 4);
  CHECK(damage.repairs.back().column == 785);
  CHECK(damage.repairs.back().found == "");
}

TEST_CASE("of very many repairs the first are listed, and what is very long is cut") {
  std::string table = "label," + counting(0, 784) + "\n";
  for (int row = 0; row < 3; ++row) table += "5" + std::string(783, ',') + "," + std::string(300, 'x') + "\n";
  const Result<Import> read = read_csv(table);
  REQUIRE_MESSAGE(read.ok(), read.error().message);
  CHECK(read.value().summary.damage.cells_repaired == 3 * 784);
  CHECK(read.value().summary.damage.repairs.size() == damage_listed);
  CHECK(read.value().summary.damage.repairs[783].found == std::string(100, 'x'));
}
