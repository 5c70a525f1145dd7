// SPDX-License-Identifier: MIT
#include "core/io/arrays/IdxReader.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <bit>
#include <string>

#include "tests/core/io/CsvTable.h"
#include "tests/core/io/Idx.h"

using namespace inkling;
using namespace inkling::io;
using namespace inkling::testing;
using namespace std::string_literals;

namespace {

Result<std::vector<std::uint8_t>> read(ArrayContent content, std::string_view bytes, std::size_t chunk) {
  IdxReader reader(content);
  for (; !bytes.empty(); bytes.remove_prefix(std::min(chunk, bytes.size()))) {
    if (Status status = reader.push(bytes.substr(0, chunk)); !status) return status.error();
  }
  auto dataset = reader.finish();
  if (!dataset) return dataset.error();
  return content == ArrayContent::images ? dataset.value().pixels : dataset.value().labels;
}

/// The error, which is the same for the whole file and for single bytes.
std::string error_of(ArrayContent content, const std::string& bytes) {
  const auto whole = read(content, bytes, bytes.size() + 1);
  const auto cut = read(content, bytes, 1);
  REQUIRE_FALSE(whole.ok());
  REQUIRE_FALSE(cut.ok());
  CHECK(whole.error().message == cut.error().message);
  return whole.error().message;
}

}  // namespace

TEST_CASE("IDX images and labels are read from any cut") {
  Random random(1);
  const data::Dataset images = random_images(20, random);
  for (const std::size_t chunk : {1, 3, 17, 785, 100000}) {
    const auto pixels = read(ArrayContent::images, idx_images(images), chunk);
    const auto labels = read(ArrayContent::labels, idx_labels(images), chunk);
    REQUIRE(pixels.ok());
    REQUIRE(labels.ok());
    CHECK(pixels.value() == images.pixels);
    CHECK(labels.value() == images.labels);
  }
}

TEST_CASE("labels may be 32-bit integers, alone or in QMNIST's first column") {
  CHECK(read(ArrayContent::labels, big_endian({0xc01, 3, 7, 0, 9}), 1).value() ==
        std::vector<std::uint8_t>{7, 0, 9});
  CHECK(
      read(ArrayContent::labels, big_endian({0xc02, 2, 8, 7, 3, 1, 4, 1, 5, 9, 2, 4, 1, 1, 1, 1, 1, 1, 1}), 3)
          .value() == std::vector<std::uint8_t>{7, 4});
  CHECK(error_of(ArrayContent::labels, big_endian({0xc01, 4, 7, 7, 7, 0xffffffff})) ==
        "label 4 is -1, expected 0 to 9.");
}

TEST_CASE("labels may be of any type of number") {
  const std::vector<std::uint8_t> labels{7, 0, 9};
  CHECK(read(ArrayContent::labels, big_endian({0x901, 3}) + "\7\0\11"s, 1).value() == labels);
  CHECK(read(ArrayContent::labels, big_endian({0xb01, 3}) + "\0\7\0\0\0\11"s, 1).value() == labels);
  const auto single = [](float number) { return std::bit_cast<std::uint32_t>(number); };
  CHECK(read(ArrayContent::labels, big_endian({0xd01, 3, single(7), single(0), single(9)}), 1).value() ==
        labels);
  CHECK(read(ArrayContent::labels, big_endian({0xe01, 3, 0x401c0000, 0, 0, 0, 0x40220000, 0}), 1).value() ==
        labels);
}

TEST_CASE("images may be flat, and their pixels of any type whose scale is plain") {
  Random random(4);
  const data::Dataset images = random_images(3, random);
  const std::string bytes(images.pixels.begin(), images.pixels.end());
  CHECK(read(ArrayContent::images, big_endian({0x802, 3, 784}) + bytes, 100).value() == images.pixels);
  std::string floats, integers;
  for (const std::uint8_t pixel : images.pixels) {
    floats += big_endian({std::bit_cast<std::uint32_t>(static_cast<float>(pixel) / 255)});
    integers += big_endian({pixel});
  }
  CHECK(read(ArrayContent::images, big_endian({0xd03, 3, 28, 28}) + floats, 100).value() == images.pixels);
  CHECK(read(ArrayContent::images, big_endian({0xc03, 3, 28, 28}) + integers, 7).value() == images.pixels);
  CHECK(
      error_of(ArrayContent::images, big_endian({0xc03, 3, 28, 28}) + integers.replace(0, 4, "\0\0\1\0"s)) ==
      "image 1 has a pixel of 256, expected 0 to 255.");
}

TEST_CASE("second downloads, QMNIST's and Keras's names are paired, too") {
  CHECK(are_paired_names("train-images-idx3-ubyte (1).gz", "train-labels-idx1-ubyte.gz"));
  CHECK(are_paired_names("train-images-idx3-ubyte.gz", "train-labels-idx1-ubyte.gz (2)"));
  CHECK(are_paired_names("qmnist-test-images-idx3-ubyte", "qmnist-test-labels-idx2-int"));
  CHECK(are_paired_names("a/x_train.npy", "a/y_train.npy"));
  CHECK(are_paired_names("X.npy", "y.npy"));
  CHECK_FALSE(are_paired_names("x_train.npy", "y_test.npy"));
  CHECK_FALSE(are_paired_names("y_train.npy", "x_train.npy"));
}

TEST_CASE("images and labels are paired by MNIST's names and their variants") {
  const std::string images = "train-images-idx3-ubyte";
  for (const char* labels : {"train-labels-idx1-ubyte", "train-labels-idx1-ubyte.gz",
                             "train-labels.idx1-ubyte", "TRAIN-LABELS-IDX1-UBYTE.GZ"}) {
    CAPTURE(labels);
    CHECK(are_paired_names(images, labels));
    CHECK(are_paired_names("a/images/" + images + ".gz", "a/labels/" + std::string(labels)));
  }
  for (const char* other : {"train-images-idx3-ubyte", "train-images.idx3-ubyte.gz", "t10k-labels-idx1-ubyte",
                            "other/train-labels-idx1-ubyte", ""}) {
    CAPTURE(other);
    CHECK_FALSE(are_paired_names(images, other));
  }
}

TEST_CASE("an IDX file that is too short or too long is an error") {
  Random random(2);
  const data::Dataset images = random_images(3, random);
  const std::string bytes = idx_images(images);
  CHECK(error_of(ArrayContent::images, "") == "This IDX file is cut short: its header is incomplete.");
  CHECK(error_of(ArrayContent::images, bytes.substr(0, 3)) ==
        "This IDX file is cut short: its header is incomplete.");
  CHECK(error_of(ArrayContent::images, bytes.substr(0, 15)) ==
        "This IDX file is cut short: its header is incomplete.");
  CHECK(error_of(ArrayContent::images, bytes.substr(0, bytes.size() - 1)) ==
        "This IDX file is cut short: it has 2 of 3 images.");
  CHECK(error_of(ArrayContent::images, bytes + "x") == "This IDX file has extra bytes after its 3 images.");
  CHECK(error_of(ArrayContent::labels, idx_labels(images) + "x") ==
        "This IDX file has extra bytes after its 3 labels.");
  CHECK(error_of(ArrayContent::labels, big_endian({0x801, 9}) + "\1") ==
        "This IDX file is cut short: it has 1 of 9 labels.");
}

TEST_CASE("an IDX file of other contents is an error that says what it has") {
  CHECK(error_of(ArrayContent::images, big_endian({0x801, 1}) + "\1") ==
        "This IDX file has labels, not images. Use the file of the images instead.");
  CHECK(error_of(ArrayContent::labels, big_endian({0x803, 1, 28, 28})) ==
        "This IDX file has images, but labels were expected.");
  CHECK(error_of(ArrayContent::images, big_endian({0xf03, 1, 28, 28})) ==
        "This IDX file doesn't hold numbers, as pixels and labels are.");
  CHECK(error_of(ArrayContent::images, big_endian({0x804, 1, 28, 28, 3})) ==
        "This IDX file has 4 dimensions. Images have 3, labels have 1.");
}

TEST_CASE("IDX images of another size are an error that names the size") {
  CHECK(error_of(ArrayContent::images, big_endian({0x803, 1, 8, 8})) ==
        "This IDX file has images of 8x8. Inkling needs 28x28.");
  CHECK(error_of(ArrayContent::images, big_endian({0x803, 1, 0xffffffff, 28})) ==
        "This IDX file has images of 4294967295x28. Inkling needs 28x28.");
}

TEST_CASE("an impossible number of images is an error before memory is allocated") {
  CHECK(error_of(ArrayContent::images, big_endian({0x803, 0xffffffff, 28, 28})) ==
        "This IDX file has too many images: 4294967295. Inkling reads up to 1,000,000.");
  CHECK(error_of(ArrayContent::images, big_endian({0x803, 0, 28, 28})) ==
        "This IDX file is empty: it has 0 images.");
}

TEST_CASE("a single IDX label above 9 among digits is an error with its place") {
  CHECK(error_of(ArrayContent::labels, big_endian({0x801, 3}) + "\1\2\x1a") ==
        "label 3 is 26, expected 0 to 9.");
}

TEST_CASE("IDX labels of any bytes and 32-bit numbers are classes in the order of their values") {
  IdxReader bytes(ArrayContent::labels), words(ArrayContent::labels);
  REQUIRE(bytes.push(big_endian({0x801, 6}) + "\x1a\x03\x1a\x0b\xff\x03").ok());
  data::Dataset labels = bytes.finish().value();
  CHECK(labels.classes == ClassNames{"3", "11", "26", "255"});
  CHECK(labels.labels == std::vector<std::uint8_t>{2, 0, 2, 1, 3, 0});
  REQUIRE(words.push(big_endian({0xc01, 4, 70000, 65, 65, 0xffffffff})).ok());
  labels = words.finish().value();
  CHECK(labels.classes == ClassNames{"-1", "65", "70000"});
  CHECK(labels.labels == std::vector<std::uint8_t>{2, 1, 1, 0});
}
