// SPDX-License-Identifier: MIT
#include "core/io/csv/CsvWriter.h"

#include <doctest/doctest.h>

#include <vector>

#include "core/data/LabelOverrides.h"
#include "tests/core/io/CsvTable.h"

using namespace inkling;
using namespace inkling::io;
using namespace inkling::testing;

TEST_CASE("written rows are read back, with other labels and without excluded ones") {
  Random random(1);
  const data::Dataset images = random_images(5, random);
  const std::vector<std::uint8_t> labels = {9, 8, data::excluded, 7, 6};
  const auto read = read_csv(csv_header() + csv_rows(images, labels, 0, 3) + csv_rows(images, labels, 3, 5));
  REQUIRE_MESSAGE(read.ok(), read.error().message);
  CHECK(read.value().dataset.labels == std::vector<std::uint8_t>{9, 8, 7, 6});
  CHECK(read.value().dataset.pixels == data::relabelled(images, labels).pixels);
}

TEST_CASE("rows are written as Kaggle writes them") {
  data::Dataset image;
  image.pixels.resize(image_pixels);
  image.pixels[1] = 255;
  image.labels = {3};
  CHECK(csv_rows(image, image.labels, 0, 1).starts_with("3,0,255,0,"));
  CHECK(csv_rows(image, image.labels, 0, 1).ends_with(",0,0\n"));
  CHECK(csv_header().starts_with("label,pixel0,pixel1,"));
  CHECK(csv_header().ends_with(",pixel783\n"));
}

TEST_CASE("a submission has a line for each image, with ids from 1") {
  CHECK(submission_csv(std::vector<std::uint8_t>{7, 0, 9}, digit_names()) ==
        "ImageId,Label\n1,7\n2,0\n3,9\n");
  CHECK(submission_csv({}, digit_names()) == "ImageId,Label\n");
}
