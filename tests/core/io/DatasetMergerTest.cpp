// SPDX-License-Identifier: MIT
#include "core/io/DatasetMerger.h"

#include <doctest/doctest.h>

#include "core/io/DataReader.h"
#include "core/synthetic/SyntheticDigits.h"
#include "tests/core/io/Idx.h"

using namespace inkling;
using namespace inkling::io;

namespace {

Import images(std::size_t count, const std::string& format = "IDX") {
  Import import;
  import.dataset.pixels.assign(count * image_pixels, static_cast<std::uint8_t>(count));
  import.summary.format = format;
  import.summary.rows = count;
  import.summary.columns = image_pixels;
  import.summary.details = {{FormatFact::images_without_labels}};
  return import;
}

Import labels(std::size_t count, std::uint8_t label = 7) {
  Import import;
  import.dataset.labels.assign(count, label);
  import.summary.format = "IDX";
  return import;
}

Import labelled(std::size_t count, std::uint8_t label) {
  Import import = images(count, "CSV");
  import.dataset.labels.assign(count, label);
  import.summary.details = {{FormatFact::label_first}};
  return import;
}

constexpr bool optional = true, chosen = false;

Result<MergedDataset> merge(std::vector<ImportedFile> files) {
  return DatasetMerger(std::move(files)).merge();
}

std::string error_of(std::vector<ImportedFile> files) {
  const auto merged = merge(std::move(files));
  REQUIRE_FALSE(merged.ok());
  return merged.error().message;
}

}  // namespace

TEST_CASE("labels are paired with images by name, in any order and folder") {
  const auto merged = merge({{"mnist/train-labels-idx1-ubyte.gz", chosen, labels(3, 1)},
                             {"mnist/t10k-images.idx3-ubyte", chosen, images(3)},
                             {"mnist/train-images-idx3-ubyte", chosen, images(3)},
                             {"mnist/T10K-labels.idx1-ubyte", chosen, labels(3, 2)}});
  REQUIRE_MESSAGE(merged.ok(), merged.error().message);
  CHECK(merged.value().import.dataset.labels == std::vector<std::uint8_t>{2, 2, 2, 1, 1, 1});
  CHECK(io::describe(merged.value().import.summary.details) == "images with their labels");
  CHECK(merged.value().import.summary.files == 4);
}

TEST_CASE("labels with another name are paired with the only images of the same number") {
  const auto merged = merge({{"a", chosen, images(3)},
                             {"b", chosen, images(4)},
                             {"c", chosen, labels(4)},
                             {"d", chosen, labels(3)}});
  REQUIRE_MESSAGE(merged.ok(), merged.error().message);
  CHECK(merged.value().import.dataset.size() == 7);
  CHECK(merged.value().import.dataset.labels.size() == 7);
}

TEST_CASE("labels from 1 to 10 in a file of their own are understood by the images") {
  const data::Dataset digits = synthetic::synthetic_digits(60, 3);
  const auto one_higher = [&](bool zero_is_ten) {
    data::Dataset changed = digits;
    for (std::uint8_t& label : changed.labels)
      if (!zero_is_ten || label == 0) label = static_cast<std::uint8_t>(zero_is_ten ? 10 : label + 1);
    return changed;
  };
  for (const auto& [zero_is_ten, details] :
       {std::pair(false, "images with their labels, labels from 1 to 10 read as 0 to 9"),
        std::pair(true, "images with their labels, labels from 1 to 10, 10 read as 0")}) {
    CAPTURE(details);
    DataReader reader(LabelFiles::accept);
    REQUIRE(reader.push(testing::idx_labels(one_higher(zero_is_ten))));
    Import unlabelled = images(60);
    unlabelled.dataset.pixels = digits.pixels;
    const auto merged = merge({{"a", chosen, unlabelled}, {"b", chosen, reader.finish().value()}});
    REQUIRE(merged.ok());
    CHECK(merged.value().import.dataset.labels == digits.labels);
    CHECK(io::describe(merged.value().import.summary.details) == details);
  }
}

TEST_CASE("images and labels that do not match are an error with their names") {
  CHECK(error_of({{"train-images-idx3", chosen, images(3)}, {"train-labels-idx1", chosen, labels(2)}}) ==
        "train-images-idx3: 3 images, but train-labels-idx1 has 2 labels.");
  CHECK(error_of({{"labels", chosen, labels(2)}}) ==
        "labels: No images for these 2 labels. Choose images and labels together.");
  CHECK(error_of({{"a", chosen, images(2)}, {"b", chosen, images(2)}, {"c", chosen, labels(2)}})
            .starts_with("c: No images"));
}

TEST_CASE("unlabelled files are an error beside labelled ones, or skipped if optional") {
  CHECK(error_of({{"train.csv", chosen, labelled(2, 1)}, {"test.csv", chosen, images(3, "CSV")}}) ==
        "test.csv: This file has no labels, but others do.");
  const auto merged = merge({{"k/test.csv", optional, images(3, "CSV")},
                             {"k/train.csv", optional, labelled(2, 1)},
                             {"k/labels", optional, labels(9)}});
  REQUIRE(merged.ok());
  CHECK(merged.value().import.dataset.size() == 2);
  REQUIRE(merged.value().skipped.size() == 2);
  CHECK(merged.value().skipped[0].name == "k/labels");
  CHECK(merged.value().skipped[1].name == "k/test.csv");
  CHECK(merged.value().skipped[1].reason.message.starts_with("This file has no labels"));
}

TEST_CASE("nothing but skipped files is an error with the first reason") {
  CHECK(error_of({{"z/labels", optional, labels(2)}}).starts_with("z/labels: No images for these 2 labels."));
  CHECK(error_of({}) == "No data found.");
}

TEST_CASE("unlabelled images are merged if no file has labels") {
  const auto merged = merge({{"a.csv", chosen, images(2, "CSV")}, {"b.csv", chosen, images(3, "CSV")}});
  REQUIRE(merged.ok());
  CHECK(merged.value().import.dataset.size() == 5);
  CHECK_FALSE(merged.value().import.dataset.labelled());
}

TEST_CASE("the reports of several files are merged, and each entry names its file") {
  Import one = labelled(2, 1), other = labelled(3, 2);
  one.summary.report.cells_fixed = 1;
  one.summary.report.fixes = {{3, 2, "pixel0", ""}};
  one.summary.report.rows_rejected = max_listed;
  one.summary.report.rejected_rows.assign(max_listed - 1, {4, 0, {}, "values", "7", 785});
  other.dataset.inks.assign(3, ink::Ink{ink::Stroke{{1, 2}}});
  other.summary.format = "strokes";
  other.summary.columns = 0;
  other.summary.report.rows_rejected = 2;
  other.summary.report.rejected_rows.assign(2, {5, 1, {}, "label", "x", 9});
  const auto merged = merge({{"a.csv", chosen, one}, {"b.jsonl", chosen, other}});
  REQUIRE(merged.ok());
  const ImportSummary& summary = merged.value().import.summary;
  CHECK(summary.format == "CSV and strokes");
  CHECK(summary.files == 2);
  CHECK(summary.rows == 5);
  CHECK(summary.columns == 0);
  CHECK(summary.report.cells_fixed == 1);
  CHECK(summary.report.fixes.front().file == "a.csv");
  CHECK(summary.report.rows_rejected == max_listed + 2);
  REQUIRE(summary.report.rejected_rows.size() == max_listed);
  CHECK(summary.report.rejected_rows.front().file == "a.csv");
  CHECK(summary.report.rejected_rows.back().file == "b.jsonl");
  const data::Dataset& all = merged.value().import.dataset;
  CHECK(all.labels == std::vector<std::uint8_t>{1, 1, 2, 2, 2});
  REQUIRE(all.inks.size() == 5);
  CHECK_FALSE(all.has_strokes(1));
  CHECK(all.has_strokes(2));
}
