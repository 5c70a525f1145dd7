// SPDX-License-Identifier: MIT
#include "core/io/pictures/LabelledPictures.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include "core/synthetic/SyntheticDigits.h"

using namespace inkling;
using namespace inkling::io;

namespace {

picture::GreyImage dot(int side) {
  picture::GreyImage picture = picture::GreyImage::black(side, side);
  picture.at(side / 2, side / 2) = 255;
  return picture;
}

}  // namespace

TEST_CASE("pictures become images with the labels of their folders") {
  LabelledPictures pictures;
  CHECK(pictures.empty());
  CHECK_FALSE(pictures.add(picture::GreyImage::black(28, 28), 1));
  CHECK(pictures.add(dot(28), 4));
  const Import import = pictures.finish().value();
  CHECK(import.dataset.labels == std::vector<std::uint8_t>{4});
  CHECK(import.dataset.image(0)[14 * 28 + 14] == 255);
  CHECK(io::describe(import.summary.details) == "labelled by folder, 28x28");
}

TEST_CASE("the details say how many pictures were resized") {
  LabelledPictures pictures;
  CHECK(pictures.add(dot(28), 4));
  CHECK(pictures.add(dot(64), 5));
  CHECK(io::describe(pictures.finish().value().summary.details) == "labelled by folder, 1 resized to 28x28");
}

TEST_CASE("folders from 1 to 10 are understood by their pictures") {
  const data::Dataset digits = synthetic::synthetic_digits(60, 3);
  LabelledPictures pictures;
  for (std::size_t index = 0; index < digits.size(); ++index) {
    picture::GreyImage picture = picture::GreyImage::black(image_side, image_side);
    std::ranges::copy(digits.image(index), picture.pixels.begin());
    CHECK(pictures.add(picture, std::to_string(digits.labels[index] + 1) + "/a.png"));
  }
  const Import import = pictures.finish().value();
  CHECK(import.dataset.labels == digits.labels);
  CHECK(io::describe(import.summary.details) ==
        "labelled by folder, 28x28, labels from 1 to 10 read as 0 to 9");
}
