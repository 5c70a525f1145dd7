// SPDX-License-Identifier: MIT
#include "core/cli/files/DataFile.h"

#include <doctest/doctest.h>

#include <string>

#include "tests/core/cli/TemporaryFolder.h"
#include "tests/core/io/CsvTable.h"
#include "tests/core/io/Idx.h"

using namespace inkling;
using namespace inkling::cli;
using namespace inkling::testing;

namespace {

data::Dataset images() {
  Random random(1);
  return random_images(30, random);
}

}  // namespace

TEST_CASE("a CSV file is loaded, compressed or not, whatever its name") {
  const TemporaryFolder folder;
  const std::string text = to_csv(images(), {});
  for (const auto& path : {folder.write("a.CSV", text), folder.write("a.csv.gz", gzip(text)),
                           folder.write("a.data", gzip(text.substr(0, 999)) + gzip(text.substr(999)))}) {
    const Result<io::Import> import = load_data(path);
    REQUIRE_MESSAGE(import.ok(), import.error().message);
    CHECK(import.value().dataset.pixels == images().pixels);
    CHECK(import.value().dataset.labels == images().labels);
  }
}

TEST_CASE("IDX images are labelled from the file next to them, by any of its names") {
  const std::pair<const char*, const char*> names[] = {
      {"train-images-idx3-ubyte", "train-labels-idx1-ubyte"},
      {"train-images-idx3-ubyte.gz", "train-labels-idx1-ubyte"},
      {"train-images-idx3-ubyte", "train-labels-idx1-ubyte.gz"},
      {"train-images.idx3-ubyte", "train-labels.idx1-ubyte"},
      {"t10k-images-idx3-ubyte", "t10k-labels.idx1-ubyte"},
      {"my-images.idx3-ubyte.gz", "my-labels-idx1-ubyte.gz"},
      {"emnist-images-train-images-idx3-ubyte", "emnist-images-train-labels-idx1-ubyte"}};
  for (const auto& [image_name, label_name] : names) {
    CAPTURE(image_name);
    const TemporaryFolder folder;
    const auto packed = [](const std::string& name, const std::string& bytes) {
      return name.ends_with(".gz") ? gzip(bytes) : bytes;
    };
    folder.write(label_name, packed(label_name, idx_labels(images())));
    const auto path = folder.write(image_name, packed(image_name, idx_images(images())));
    const Result<io::Import> import = load_data(path);
    REQUIRE_MESSAGE(import.ok(), import.error().message);
    CHECK(import.value().dataset.pixels == images().pixels);
    CHECK(import.value().dataset.labels == images().labels);
    CHECK(io::describe(import.value().summary.details) ==
          "images with labels from " + std::string(label_name));
  }
}

TEST_CASE("IDX images without a file of labels are unlabelled") {
  const TemporaryFolder folder;
  for (const char* name : {"train-images-idx3-ubyte", "digits.idx"}) {
    const Result<io::Import> import = load_data(folder.write(name, idx_images(images())));
    REQUIRE(import.ok());
    CHECK_FALSE(import.value().dataset.labelled());
    CHECK(io::describe(import.value().summary.details) == "images without labels");
  }
}

TEST_CASE("labels that do not fit the images are refused with their path") {
  const TemporaryFolder folder;
  const auto path = folder.write("a-images-idx3-ubyte", idx_images(images()));
  const std::string labels = (folder.path() / "a-labels-idx1-ubyte").string();
  folder.write("a-labels-idx1-ubyte", big_endian({0x801, 1}) + "\1");
  CHECK(load_data(path).error().message == path.string() + ": 30 images, but " + labels + " has 1 label.");
  folder.write("a-labels-idx1-ubyte", "nonsense");
  CHECK(load_data(path).error().message ==
        labels + ": The rows have 1 column. Inkling needs 784 pixels (28x28), with or without a label.");
}

TEST_CASE("a file that can't be read is an input error with path and reason") {
  const TemporaryFolder folder;
  const Result<io::Import> missing = load_data(folder.path() / "none.csv");
  REQUIRE_FALSE(missing.ok());
  CHECK(missing.error().kind == Error::Kind::input_output);
  CHECK(missing.error().message == (folder.path() / "none.csv").string() + ": No such file or directory");
  const Result<io::Import> empty_folder = load_data(folder.path());
  REQUIRE_FALSE(empty_folder.ok());
  CHECK(empty_folder.error().message == folder.path().string() + ": no usable data files found.");
}

TEST_CASE("refused contents are bad data with the path") {
  const TemporaryFolder folder;
  const auto path = folder.write("a.csv.gz", gzip(blank_row("1") + "256"));
  const Result<io::Import> refused = load_data(path);
  REQUIRE_FALSE(refused.ok());
  CHECK(refused.error().kind == Error::Kind::bad_data);
  CHECK(refused.error().message.starts_with(path.string() + ": row 1, column 785: pixel 0256, expected"));
  const std::string packed = gzip(blank_row("1"));
  const auto cut = folder.write("b.csv.gz", packed.substr(0, packed.size() - 9));
  CHECK(load_data(cut).error().message ==
        cut.string() + ": the gzip file is cut short. Download or copy it again.");
  CHECK(load_data(folder.write("empty", "")).error().message ==
        (folder.path() / "empty").string() + ": This file is empty.");
}
