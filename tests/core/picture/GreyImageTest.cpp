// SPDX-License-Identifier: MIT
#include "core/picture/GreyImage.h"

#include <doctest/doctest.h>

#include <limits>

using namespace inkling;
using namespace inkling::picture;

TEST_CASE("an image is made only if its size matches its pixels") {
  const auto image = make_grey_image(3, 2, {1, 2, 3, 4, 5, 6});
  REQUIRE(image);
  CHECK(image->at(2, 1) == 6);
  CHECK_FALSE(make_grey_image(3, 2, {1, 2, 3, 4, 5}));
  CHECK_FALSE(make_grey_image(3, 2, {1, 2, 3, 4, 5, 6, 7}));
  CHECK_FALSE(make_grey_image(0, 0, {}));
  CHECK_FALSE(make_grey_image(-2, -3, {1, 2, 3, 4, 5, 6}));
}

TEST_CASE("an image whose size wraps to its pixel count in 32 bits is refused") {
  CHECK_FALSE(make_grey_image(65'536, 65'536, {}));
  CHECK_FALSE(make_grey_image(65'537, 65'536, std::vector<std::uint8_t>(65'536)));
  const int max = std::numeric_limits<int>::max();
  CHECK_FALSE(make_grey_image(max, max, {7}));  // (2^31 - 1)^2 is 1 modulo 2^32
}

TEST_CASE("a large picture is shrunk up to its edges, however narrow") {
  GreyImage large = GreyImage::black(2500, 3);
  for (int y = 0; y < 3; ++y) large.at(2499, y) = 255;
  CHECK(downscale_factor(large) == 2);
  const GreyImage small = downscale(large, 3);
  CHECK(small.width == 834);
  CHECK(small.height == 1);
  CHECK(small.at(833, 0) == 255);
  CHECK(small.at(832, 0) == 0);
}
