// SPDX-License-Identifier: MIT
#include "core/io/pictures/ImageFolder.h"

#include <doctest/doctest.h>

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
  ImageFolder folder;
  CHECK(folder.empty());
  CHECK_FALSE(folder.add(picture::GreyImage::black(28, 28), 1));
  CHECK(folder.add(dot(28), 4));
  const Import import = folder.finish().value();
  CHECK(import.dataset.labels == std::vector<std::uint8_t>{4});
  CHECK(import.dataset.image(0)[14 * 28 + 14] == 255);
  CHECK(io::describe(import.summary.details) == "labelled by folder, 28x28");
}

TEST_CASE("the details say how many pictures were resized") {
  ImageFolder folder;
  CHECK(folder.add(dot(28), 4));
  CHECK(folder.add(dot(64), 5));
  CHECK(io::describe(folder.finish().value().summary.details) == "labelled by folder, 1 resized to 28x28");
}
