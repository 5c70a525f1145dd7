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

using Texts = std::vector<std::string>;

/// The texts of the labels, "" for none.
Texts texts_of(const std::vector<std::string>& paths, const std::string& table = "") {
  std::vector<PictureLabel> tables;
  if (!table.empty()) {
    CsvReader reader;
    REQUIRE(reader.push(table).ok());
    const Result<Import> import = reader.finish();
    REQUIRE_MESSAGE(import.ok(), import.error().message);
    tables = import.value().picture_labels;
  }
  Texts texts;
  for (const auto& text : find_picture_labels(paths, tables).texts) texts.push_back(text.value_or(""));
  return texts;
}

/// What parse_label() makes of these, -1 for none.
std::vector<int> labels_of(const Texts& paths, const std::string& table = "") {
  std::vector<int> labels;
  for (const std::string& text : texts_of(paths, table)) {
    const auto label = parse_label(text);
    labels.push_back(label ? *label : -1);
  }
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
  CHECK(labels_of(paths, "sep=;\nfile;label\na.png;3\nb.jpg;8\n") == Labels{3, 8, 3, -1});
  CHECK(labels_of(paths, "sep=^\na.png^3\nb.jpg^8\n") == Labels{3, 8, 3, -1});
  CHECK(labels_of(paths, "My labels\n\nfile,label\na.png,3\nb.jpg,8\n") == Labels{3, 8, 3, -1});
  CHECK(labels_of({"x/a.png", "y/a.png"}, "file,label\nx/a.png,1\ny/a.png,2\n") == Labels{1, 2});
}

TEST_CASE("folders side by side name classes, if they label more pictures than digits do") {
  CHECK(texts_of({"train/A/1.png", "train/B/1.png", "test/A/2.png", "test/B/3.png"}) ==
        Texts{"A", "B", "A", "B"});
  CHECK(texts_of({"x/0/1.png", "x/1/1.png", "x/cat/1.png"}) == Texts{"0", "1", "cat"});
  CHECK(texts_of({"cats\\1.png", "dogs\\1.png"}) == Texts{"cats", "dogs"});
  CHECK(texts_of({"only/1.png", "only/2.png"}) == Texts{"", ""});
  CHECK(texts_of({"train/0/1.png", "train/1/1.png", "test/1.png"}) == Texts{"0", "1", ""});
  CHECK(texts_of({"3/good/1.png", "3/bad/1.png", "test/2.png"}) == Texts{"3", "3", ""});
}

TEST_CASE("a table may have words for labels") {
  const Texts paths = {"a.png", "b.png", "c.png"};
  CHECK(texts_of(paths, "file,label\na.png,cat\nb.png,dog\nc.png,cat\n") == Texts{"cat", "dog", "cat"});
  CHECK(texts_of(paths, "a.png,cat\nb.png,dog\nc.png,cat\n") == Texts{"cat", "dog", "cat"});
}

TEST_CASE("what systems put into folders is clutter") {
  for (const char* path : {"__MACOSX/7/._a.png", "7/.DS_Store", "a/Thumbs.db", "desktop.ini", ".git/x"}) {
    CAPTURE(path);
    CHECK(is_clutter(path));
  }
  CHECK_FALSE(is_clutter("../7/a.png"));
  CHECK_FALSE(is_clutter("./7/a.b.png"));
}
