// SPDX-License-Identifier: MIT
#include "core/data/LabelOverrides.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "core/data/Split.h"
#include "core/io/csv/CsvWriter.h"
#include "tests/core/io/CsvTable.h"

using namespace inkling;
using namespace inkling::data;
using namespace inkling::testing;

namespace {

const LabelOverrides overrides{{3, 8, 5}, {9, excluded, 0}};

}  // namespace

TEST_CASE("overrides relabel or exclude rows and leave the others as they are") {
  Random random(1);
  const Dataset dataset = random_images(20, random);
  const auto labels = overridden_labels(dataset, overrides);
  CHECK(labels[3] == 9);
  CHECK(labels[5] == 0);
  CHECK(labels[8] == excluded);
  const Dataset edited = relabelled(dataset, labels);
  REQUIRE(edited.size() == 19);
  CHECK(edited.labels[3] == 9);
  CHECK(edited.labels[8] == dataset.labels[9]);
  CHECK(std::ranges::equal(edited.image(8), dataset.image(9)));
}

TEST_CASE("relabelled data are the same as a file written with the overrides and read") {
  Random random(2);
  const Dataset dataset = random_images(20, random);
  const auto labels = overridden_labels(dataset, overrides);
  const Dataset edited = relabelled(dataset, labels);
  const auto read = read_csv(io::csv_header() + io::csv_rows(dataset, labels, 0, 12) +
                             io::csv_rows(dataset, labels, 12, 20));
  REQUIRE_MESSAGE(read.ok(), read.error().message);
  CHECK(fingerprint(read.value().dataset) == fingerprint(edited));
  CHECK(split(read.value().dataset, 0.3, 5).validation == split(edited, 0.3, 5).validation);
}

TEST_CASE("overrides of missing rows, to illegal labels or of unlabelled data are not valid") {
  Random random(3);
  Dataset dataset = random_images(20, random);
  CHECK(is_valid(overrides, dataset));
  CHECK(is_valid({}, dataset));
  CHECK_FALSE(is_valid({{20}, {1}}, dataset));
  CHECK_FALSE(is_valid({{1}, {10}}, dataset));
  CHECK_FALSE(is_valid({{1, 2}, {1}}, dataset));
  dataset.labels.clear();
  CHECK_FALSE(is_valid({{1}, {1}}, dataset));
}
