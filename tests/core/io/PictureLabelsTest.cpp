// SPDX-License-Identifier: MIT
#include "core/io/pictures/PictureLabels.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "core/io/LabelText.h"
#include "core/io/csv/CsvReader.h"

using namespace inkling;
using namespace inkling::io;

namespace {

/// The labels, -1 for none.
std::vector<int> labels_of(const std::vector<std::string>& paths, const std::string& table = "") {
  std::vector<PictureLabel> tables;
  if (!table.empty()) {
    CsvReader reader;
    REQUIRE(reader.push(table).ok());
    const Result<Import> import = reader.finish();
    REQUIRE_MESSAGE(import.ok(), import.error().message);
    tables = import.value().picture_labels;
  }
  std::vector<int> labels;
  for (const auto& code : find_picture_labels(paths, tables).codes) labels.push_back(code ? *code : -1);
  return labels;
}

using Labels = std::vector<int>;

}  // namespace

TEST_CASE("the nearest folder whose name is a label is the label") {
  CHECK(labels_of({"7/a.png", "2/mnist/7/a.png", "train\\7\\a.png", "x/seven/1.png", "Sieben/1.png",
                   "digit_7/1.png", "Class 7/1.png", "Class 7-samples/1.png", "7 - seven/1.png",
                   "train/7/part_a/1.png"}) == Labels{7, 7, 7, 7, 7, 7, 7, 7, 7, 7});
  CHECK(labels_of({"Class 10-samples/a.png"}) == Labels{label_ten});
  CHECK(labels_of({"train/a.png", "2024/b.png"}) == Labels{-1, -1});
}

TEST_CASE("names of the same form have their label in the place of a single digit or a word") {
  CHECK(labels_of({"7_0012.png", "3_0013.png", "7_0014.png"}) == Labels{7, 3, 7});
  CHECK(labels_of({"a/0-001.png", "a/0-002.png", "a/9-001.png"}) == Labels{0, 0, 9});
  CHECK(labels_of({"img_00012_label_4.jpg", "img_00013_label_4.jpg", "img_00014_label_2.jpg"}) ==
        Labels{4, 4, 2});
  CHECK(labels_of({"seven (1).png", "seven (2).png", "two (33).png"}) == Labels{7, 7, 2});
}

TEST_CASE("a digit that may just count the pictures is no label") {
  CHECK(labels_of({"0.png", "1.png", "2.png"}) == Labels{-1, -1, -1});
  CHECK(labels_of({"img_1.png", "img_2.png", "img_3.png"}) == Labels{-1, -1, -1});
  CHECK(labels_of({"7_1.png", "7_2.png", "3_1.png"}) == Labels{-1, -1, -1});
  CHECK(labels_of({"7_0012.png", "photo.png"}) == Labels{-1, -1});
}

TEST_CASE("a table beside the pictures has their labels, which come before those of folders") {
  const std::vector<std::string> paths = {"images/a.png", "images/b.jpg", "3/c.png", "d.png"};
  CHECK(labels_of(paths, "file,label\na.png,7\nb.jpg,seven\nc.png,5\n") == Labels{7, 7, 5, -1});
  CHECK(labels_of(paths, "id;Filename;Digit\n1;images/a.png;7\n2;images/b.jpg;0\n3;c.png;5\n") ==
        Labels{7, 0, 5, -1});
  CHECK(labels_of(paths, "a.png\t7\nb.jpg\t8\n") == Labels{7, 8, 3, -1});
  CHECK(labels_of({"x/a.png", "y/a.png"}, "file,label\nx/a.png,1\ny/a.png,2\n") == Labels{1, 2});
}

TEST_CASE("what systems put into folders is clutter") {
  for (const char* path : {"__MACOSX/7/._a.png", "7/.DS_Store", "a/Thumbs.db", "desktop.ini", ".git/x"}) {
    CAPTURE(path);
    CHECK(is_clutter(path));
  }
  CHECK_FALSE(is_clutter("../7/a.png"));
  CHECK_FALSE(is_clutter("./7/a.b.png"));
}
