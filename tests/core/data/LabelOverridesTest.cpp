#include "core/data/LabelOverrides.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "core/data/Split.h"
#include "core/io/CsvWriter.h"
#include "tests/core/io/CsvTable.h"

using namespace inkling;
using namespace inkling::data;
using namespace inkling::testing;

namespace {

const LabelOverrides changes{{3, 8, 5}, {9, left_out, 0}};

}  // namespace

TEST_CASE("changes give rows other labels or leave them out, and the rest stay") {
  Random random(1);
  const Dataset dataset = random_images(20, random);
  const auto labels = overridden_labels(dataset, changes);
  CHECK(labels[3] == 9);
  CHECK(labels[5] == 0);
  CHECK(labels[8] == left_out);
  const Dataset changed = with_labels(dataset, labels);
  REQUIRE(changed.size() == 19);
  CHECK(changed.labels[3] == 9);
  CHECK(changed.labels[8] == dataset.labels[9]);
  CHECK(std::ranges::equal(changed.image(8), dataset.image(9)));
}

TEST_CASE("changed data are those of a file that was written with the changes and read") {
  Random random(2);
  const Dataset dataset = random_images(20, random);
  const auto labels = overridden_labels(dataset, changes);
  const Dataset changed = with_labels(dataset, labels);
  const auto read = read_csv(io::csv_header() + io::csv_rows(dataset, labels, 0, 12) +
                             io::csv_rows(dataset, labels, 12, 20));
  REQUIRE_MESSAGE(read.ok(), read.error().message);
  CHECK(fingerprint(read.value().dataset) == fingerprint(changed));
  CHECK(split(read.value().dataset, 0.3, 5).validation == split(changed, 0.3, 5).validation);
}

TEST_CASE("changes of rows or to labels that are not there do not fit, nor do those of unlabelled data") {
  Random random(3);
  Dataset dataset = random_images(20, random);
  CHECK(fit(changes, dataset));
  CHECK(fit({}, dataset));
  CHECK_FALSE(fit({{20}, {1}}, dataset));
  CHECK_FALSE(fit({{1}, {10}}, dataset));
  CHECK_FALSE(fit({{1, 2}, {1}}, dataset));
  dataset.labels.clear();
  CHECK_FALSE(fit({{1}, {1}}, dataset));
}
