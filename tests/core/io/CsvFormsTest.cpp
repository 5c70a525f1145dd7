// SPDX-License-Identifier: MIT
// Tables as programs other than Kaggle's write them, each read whole and in chunks.
#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "core/io/csv/CsvReader.h"
#include "core/io/csv/CsvWriter.h"
#include "tests/core/io/CsvTable.h"

using namespace inkling;
using namespace inkling::io;
using namespace inkling::testing;

namespace {

constexpr std::size_t image_count = 40;

data::Dataset images() {
  Random random(11);
  return random_images(image_count, random);
}

std::string pixels_of(const data::Dataset& dataset, std::size_t image, const std::string& separator = ",") {
  std::string text;
  for (const std::uint8_t pixel : dataset.image(image))
    text += (text.empty() ? "" : separator) + std::to_string(pixel);
  return text;
}

std::string label_of(const data::Dataset& dataset, std::size_t image) {
  return std::to_string(dataset.labels[image]);
}

std::string pixel_names(const std::string& prefix = "pixel") {
  std::string names;
  for (int pixel = 0; pixel < image_pixels; ++pixel)
    names += (pixel > 0 ? "," : "") + prefix + std::to_string(pixel);
  return names;
}

/// A header and a row for each image.
std::string table(const std::string& header, const std::function<std::string(std::size_t)>& row) {
  std::string text = header;
  for (std::size_t image = 0; image < image_count; ++image) text += row(image) + "\n";
  return text;
}

/// Reads the text whole and in chunks, which must give the same.
Import read(const std::string& text) {
  const Result<Import> whole = read_csv(text);
  REQUIRE_MESSAGE(whole.ok(), whole.error().message);
  for (const std::size_t longest : {1, 300, 5000}) {
    Random random(longest);
    const Result<Import> cut = read_csv_in_chunks(text, longest, random);
    REQUIRE_MESSAGE(cut.ok(), cut.error().message);
    CHECK(cut.value().dataset.pixels == whole.value().dataset.pixels);
    CHECK(cut.value().dataset.labels == whole.value().dataset.labels);
    CHECK(cut.value().ids == whole.value().ids);
    CHECK(cut.value().summary.details == whole.value().summary.details);
  }
  return whole.value();
}

/// Checks that a table is read as images(), and returns its details.
std::string details_of(const std::string& text) {
  const Import import = read(text);
  CHECK(import.dataset.pixels == images().pixels);
  CHECK(import.dataset.labels == images().labels);
  CHECK(import.summary.report.cells_fixed == 0);
  CHECK(import.summary.report.rows_rejected == 0);
  return io::describe(import.summary.details);
}

const std::string plain = "comma-separated, with a header, label first";

std::string plain_row(std::size_t image) {
  static const data::Dataset dataset = images();
  return label_of(dataset, image) + "," + pixels_of(dataset, image);
}

std::string pixels_row(std::size_t image) {
  static const data::Dataset dataset = images();
  return pixels_of(dataset, image);
}

std::uint8_t label_at(std::size_t image) {
  static const data::Dataset dataset = images();
  return dataset.labels[image];
}

}  // namespace

TEST_CASE("Excel's line that names the delimiter is not data") {
  CHECK(details_of("sep=,\r\n" + table(csv_header(), plain_row)) == plain);
  CHECK(details_of("\"sep=,\"\n" + table(csv_header(), plain_row)) == plain);
  std::string carets = table(csv_header(), plain_row);
  std::ranges::replace(carets, ',', '^');
  CHECK(details_of("sep=^\n" + carets) == "\"^\"-separated, with a header, label first");
  std::string tabs = table("", plain_row);
  std::ranges::replace(tabs, ',', '\t');
  CHECK(details_of("sep=\t\n" + tabs) == "tab-separated, without a header, label first");
  for (const auto& [delimiter, name] : {std::pair(';', "semicolon"), std::pair('|', "bar")}) {
    CAPTURE(name);
    std::string text = table(csv_header(), plain_row);
    std::ranges::replace(text, ',', delimiter);
    const std::string details = name + std::string("-separated, with a header, label first");
    CHECK(details_of("sep=" + std::string(1, delimiter) + "\n" + text) == details);
    CHECK(details_of("\xef\xbb\xbfSEP=" + std::string(1, delimiter) + "\r\n" + text) == details);
  }
  CHECK(details_of("sep=;\nlabel;pixels\n" + table("", [](std::size_t image) {
                     return std::to_string(label_at(image)) + ";\"" + pixels_of(images(), image, " ") + '"';
                   })) == "comma-separated, with a header, label first");
}

TEST_CASE("titles and empty lines before the header are not data") {
  CHECK(details_of("MNIST, exported 2024-01-01\nby me\n\n" + table(csv_header(), plain_row)) == plain);
  CHECK(details_of("\n\n" + table(csv_header(), plain_row)) == plain);
}

TEST_CASE("titles that a spreadsheet padded with empty cells are not data, but a header of one name is") {
  const std::string empty_cells(image_pixels, ',');
  const std::string title = "MNIST training set" + empty_cells + "\n";
  CHECK(details_of(title + table(csv_header(), plain_row)) == plain);
  CHECK(details_of(title + "by me,2024-01-01" + empty_cells.substr(1) + "\n" + empty_cells + "\n" +
                   table(csv_header(), plain_row)) == plain);
  CHECK(details_of(title + table("", plain_row)) == "comma-separated, without a header, label first");
  std::string semicolons = title + table(csv_header(), plain_row);
  std::ranges::replace(semicolons, ',', ';');
  CHECK(details_of(semicolons) == "semicolon-separated, with a header, label first");
  CHECK(details_of(table("label" + empty_cells + "\n", plain_row)) == plain);
}

TEST_CASE("commas at the ends of the lines are ignored, in all of them or only in some") {
  const std::string header = csv_header().substr(0, csv_header().size() - 1);
  const auto trailing_row = [](std::size_t image) { return plain_row(image) + ","; };
  CHECK(details_of(table(header + ",\n", trailing_row)) == plain);
  CHECK(details_of(table(header + "\n", trailing_row)) == plain);
  CHECK(details_of(table(header + ",,\n", plain_row)) == plain);
  CHECK(details_of(table("", trailing_row)) == "comma-separated, without a header, label first");
  CHECK(details_of(table(header + "\n", [](std::size_t image) {
          return plain_row(image) + (image % 3 == 0 ? "," : "");
        })) == plain);
}

TEST_CASE("R's header has no name for the column of the rows' names") {
  const auto row = [](std::size_t image) {
    return "\"" + std::to_string(image + 1) + "\"," + plain_row(image);
  };
  CHECK(details_of(table(csv_header(), row)) == plain + ", index column ignored");
  std::string blanks = table(csv_header(), row);
  std::ranges::replace(blanks, ',', ' ');
  CHECK(details_of(blanks) == "space-separated, with a header, label first, index column ignored");
  CHECK(details_of(table(pixel_names() + ",label\n", [](std::size_t image) {
          return "\"row" + std::to_string(image) + "\"," + pixels_row(image) + "," +
                 std::to_string(label_at(image));
        })) == "comma-separated, with a header, label last, index column ignored");
}

TEST_CASE("index columns are ignored wherever they are, and however many") {
  const std::string ignored = ", index column ignored";
  const auto shuffled = [](std::size_t image) { return std::to_string((image * 7919 + 17) % 10'007); };
  CHECK(details_of(table("label,id," + pixel_names() + "\n", [&](std::size_t image) {
          return std::to_string(label_at(image)) + "," + std::to_string(image) + "," + pixels_row(image);
        })) == plain + ignored);
  CHECK(details_of(table("label," + pixel_names() + ",row_names\n", [&](std::size_t image) {
          return plain_row(image) + "," + shuffled(image);
        })) == plain + ignored);
  CHECK(details_of(table("Unnamed: 0,index,label," + pixel_names() + "\n", [&](std::size_t image) {
          return std::to_string(image) + "," + shuffled(image) + "," + plain_row(image);
        })) == plain + ", 2 columns ignored");
  CHECK(details_of(table("", [&](std::size_t image) { return shuffled(image) + "," + plain_row(image); })) ==
        "comma-separated, without a header, label first" + ignored);
  CHECK(details_of(table("", [&](std::size_t image) {
          return std::to_string(label_at(image)) + "," + std::to_string(image) + "," + pixels_row(image);
        })) == "comma-separated, without a header, label first" + ignored);
}

TEST_CASE("columns that are not named as the pixels are ignored") {
  CHECK(details_of(table("file,usage," + pixel_names("p") + ",number\n", [](std::size_t image) {
          return "a" + std::to_string(image) + ".png,Training," + pixels_row(image) + "," +
                 std::to_string(label_at(image));
        })) == "comma-separated, with a header, label last, 2 columns ignored");
}

TEST_CASE("the ids of a table without labels are kept, and a count from 0 is none") {
  const auto with_id = [](std::size_t first) {
    return [first](std::size_t image) { return std::to_string(first + image) + "," + pixels_row(image); };
  };
  const Import test = read(table("id," + pixel_names() + "\n", with_id(28'001)));
  CHECK_FALSE(test.dataset.labelled());
  REQUIRE(test.ids.size() == image_count);
  CHECK(test.ids.front() == "28001");
  CHECK(test.ids.back() == "28040");
  CHECK(read(table("," + pixel_names() + "\n", with_id(0))).ids.empty());
  CHECK(read(table(csv_header(), plain_row)).ids.empty());
}

TEST_CASE("ids are kept as they are written, wherever they are") {
  const auto id = [](std::size_t image) {
    return image == 3 ? "\"a,b\"" : "000" + std::to_string(image + 10);
  };
  const Import test = read(
      table(pixel_names() + ",id\n", [&](std::size_t image) { return pixels_row(image) + "," + id(image); }));
  REQUIRE(test.ids.size() == image_count);
  CHECK(test.ids[0] == "00010");
  CHECK(test.ids[3] == "a,b");
}

TEST_CASE("a label column that is all 0, of a table of zeros alone, comes first") {
  const auto zero = [](std::size_t image) { return "0," + pixels_row(image); };
  const Import import = read(table("", zero));
  CHECK(import.dataset.labels == std::vector<std::uint8_t>(image_count, 0));
  CHECK(import.dataset.pixels == images().pixels);
}

TEST_CASE("a bar may separate the cells") {
  std::string text = table(csv_header(), plain_row);
  std::ranges::replace(text, ',', '|');
  CHECK(details_of(text) == "bar-separated, with a header, label first");
}

TEST_CASE("labels may be words, in brackets, or decimals") {
  constexpr std::array words = {"zero", "One", "TWO",   "three", "four",
                                "five", "six", "seven", "eight", "nine"};
  CHECK(details_of(table(csv_header(), [&](std::size_t image) {
          return std::string(words[label_at(image)]) + "," + pixels_row(image);
        })) == plain);
  CHECK(details_of(table("", [&](std::size_t image) {
          return pixels_row(image) + "," + words[label_at(image)];
        })) == "comma-separated, without a header, label last");
  constexpr std::array german = {"null", "eins",  "zwei",   "drei", "vier",
                                 "fünf", "sechs", "sieben", "acht", "neun"};
  CHECK(details_of(table(csv_header(), [&](std::size_t image) {
          return std::string(german[label_at(image)]) + "," + pixels_row(image);
        })) == plain);
  for (const auto& [before, after] : {std::pair("[", "]"), std::pair("", ".0"), std::pair("digit_", "")}) {
    CHECK(details_of(table(csv_header(), [&](std::size_t image) {
            return before + std::to_string(label_at(image)) + after + "," + pixels_row(image);
          })) == plain);
  }
}

TEST_CASE("labels from 1 to 10 have 10 for 0, and a 10 beside zeros is rejected") {
  CHECK(details_of(table(csv_header(), [](std::size_t image) {
          return (label_at(image) == 0 ? "10" : std::to_string(label_at(image))) + "," + pixels_row(image);
        })) == plain + ", labels from 1 to 10, 10 read as 0");
  const Import import = read(table("id," + csv_header(), [](std::size_t image) {
    const std::string label = image == 5 ? "10" : std::to_string(label_at(image));
    return std::to_string(image + 100) + "," + label + "," + pixels_row(image);
  }));
  CHECK(import.dataset.size() == image_count - 1);
  CHECK(import.dataset.labels.size() == image_count - 1);
  CHECK(import.ids[5] == "106");
  REQUIRE(import.summary.report.rejected_rows.size() == 1);
  CHECK(describe(import.summary.report.rejected_rows.front()) ==
        "row 7, column \"label\": label 10, expected 0 to 9");
}

TEST_CASE("a label may be one-hot, first or last, and a row without a single 1 is rejected") {
  const auto hot = [](std::size_t digit) {
    std::string cells;
    for (std::size_t column = 0; column < digit_count; ++column) cells += column == digit ? "1," : "0,";
    return cells.substr(0, cells.size() - 1);
  };
  const auto first = [&](std::size_t image) { return hot(label_at(image)) + "," + pixels_row(image); };
  CHECK(details_of(table("", first)) == "comma-separated, without a header, one-hot label");
  CHECK(details_of(table("", [&](std::size_t image) {
          return pixels_row(image) + "," + hot(label_at(image));
        })) == "comma-separated, without a header, one-hot label");
  CHECK(details_of(table("a,b,c,d,e,f,g,h,i,j," + pixel_names() + "\n", first)) ==
        "comma-separated, with a header, one-hot label");
  CHECK(details_of(table(pixel_names() + ",d_0,d_1,d_2,d_3,d_4,d_5,d_6,d_7,d_8,d_9\n", [](std::size_t image) {
          std::string row = pixels_row(image);
          for (std::size_t digit = 0; digit < digit_count; ++digit)
            row += digit == label_at(image) ? ",True" : ",False";
          return row;
        })) == "comma-separated, with a header, one-hot label");
  const Import import = read(table("", first) + hot(10) + "," + pixels_row(0) + "\n");
  CHECK(import.dataset.size() == image_count);
  CHECK(import.summary.report.rows_rejected == 1);
}

TEST_CASE("the columns of a one-hot label may have any order if their names say which is which") {
  const auto rows = [](const std::array<int, 10>& order) {
    return [order](std::size_t image) {
      std::string cells;
      for (const int digit : order) cells += digit == label_at(image) ? "1.0," : "0.0,";
      return cells + pixels_row(image);
    };
  };
  const auto from_one = rows({1, 2, 3, 4, 5, 6, 7, 8, 9, 0});
  const std::string hot = "comma-separated, with a header, one-hot label";
  CHECK(details_of(table("d1,d2,d3,d4,d5,d6,d7,d8,d9,d0," + pixel_names() + "\n", from_one)) == hot);
  CHECK(details_of(table("is_nine,is_eight,is_seven,is_six,is_five,is_four,is_three,is_two,is_one,is_zero," +
                             pixel_names() + "\n",
                         rows({9, 8, 7, 6, 5, 4, 3, 2, 1, 0}))) == hot);
  CHECK(details_of(table("y_1,y_2,y_3,y_4,y_5,y_6,y_7,y_8,y_9,y_10," + pixel_names() + "\n", from_one)) ==
        hot + ", labels from 1 to 10, 10 read as 0");
  CHECK(details_of(table("id,0,1,2,3,4,5,6,7,8,9," + pixel_names() + "\n", [&](std::size_t image) {
          return std::to_string(image + 500) + "," + rows({0, 1, 2, 3, 4, 5, 6, 7, 8, 9})(image);
        })) == hot + ", index column ignored");
}

TEST_CASE("all pixels of an image may be in one cell") {
  for (const auto& [begin, separator, end] :
       {std::array{"\"", " ", "\""}, std::array{"\"[", ", ", "]\""}, std::array{"\"", ",", "\""},
        std::array{"", " ", ""}, std::array{"\"[", " ", "]\""}}) {
    CAPTURE(separator);
    const auto cell = [&](std::size_t image) { return begin + pixels_of(images(), image, separator) + end; };
    const auto row = [&](std::size_t image) { return std::to_string(label_at(image)) + "," + cell(image); };
    CHECK(details_of(table("label,pixels\n", row)) == plain);
    CHECK(details_of(table("", row)) == "comma-separated, without a header, label first");
    CHECK(details_of(table("image;label\n", [&](std::size_t image) {
            return cell(image) + ";" + std::to_string(label_at(image));
          })) == "comma-separated, with a header, label last");
  }
  CHECK(details_of(table("emotion,pixels,Usage\n", [](std::size_t image) {
          return std::to_string(label_at(image)) + ",\"" + pixels_of(images(), image, " ") + "\",Training";
        })) == "comma-separated, with a header, label first, 1 column ignored");
}

TEST_CASE("a list of another number of pixels is a rejected row") {
  const auto row = [](std::size_t image) {
    return std::to_string(label_at(image)) + ",\"" + pixels_of(images(), image, " ") +
           (image == 3 ? " 0" : "") + "\"";
  };
  const Import import = read(table("label,pixels\n", row));
  CHECK(import.dataset.size() == image_count - 1);
  CHECK(describe(import.summary.report.rejected_rows.front()) == "row 5: 786 values, expected 785");
}

TEST_CASE("ARFF is read, with rows of all values or of those that are not 0") {
  std::string header = "% MNIST\n@RELATION mnist_784\n\n";
  for (int pixel = 0; pixel < image_pixels; ++pixel)
    header += "@ATTRIBUTE pixel" + std::to_string(pixel) + " real\n";
  header += "@attribute 'class' {0,1,2,3,4,5,6,7,8,9}\n@DATA\n";
  const std::string details = "ARFF, comma-separated, with a header, label last";
  CHECK(details_of(table(header, [](std::size_t image) {
          return pixels_row(image) + ",'" + std::to_string(label_at(image)) + "'\n% a comment";
        })) == details);
  CHECK(details_of(table(header, [](std::size_t image) {
          std::string row = "{";
          const data::Dataset dataset = images();
          for (int pixel = 0; pixel < image_pixels; ++pixel) {
            if (const int value = dataset.image(image)[pixel])
              row += std::to_string(pixel) + " " + std::to_string(value) + ", ";
          }
          return row + "784 " + std::to_string(label_at(image)) + "}";
        })) == details);
  std::string reordered = header;
  const std::size_t values = reordered.find("{0,1");
  reordered.replace(values, reordered.find('}') - values, "{3, 0,1,2,4,5,6,7,8,9");
  CHECK(details_of("\xef\xbb\xbf" + table(reordered, [](std::size_t image) {
                     std::string row = "{";
                     const data::Dataset dataset = images();
                     for (int pixel = 0; pixel < image_pixels; ++pixel)
                       if (const int value = dataset.image(image)[pixel])
                         row += std::to_string(pixel) + " " + std::to_string(value) + ",";
                     const int label = label_at(image);
                     return row + (label == 3 ? "" : " 784 " + std::to_string(label)) + "}";
                   })) == details);
  CHECK(read_csv(header).error().message == "This ARFF file has no rows.");
  CHECK(read_csv("@relation x\n1,2,3\n").error().message == "This ARFF file has no @data before its rows.");
}

TEST_CASE("pixels from -1 to 1 and standardised pixels become bytes") {
  const auto scaled = [](double low, double high) {
    return table(csv_header(), [=](std::size_t image) {
      std::string row = std::to_string(label_at(image));
      const data::Dataset dataset = images();
      for (const std::uint8_t pixel : dataset.image(image))
        row += "," + std::to_string(low + pixel / 255.0 * (high - low));
      return row;
    });
  };
  CHECK(details_of(scaled(-1, 1)) == plain + ", pixels scaled from -1-1 to 0-255");
  CHECK(details_of(scaled(-0.424213, 2.821487)) == plain + ", standardised pixels scaled to 0-255");
}
