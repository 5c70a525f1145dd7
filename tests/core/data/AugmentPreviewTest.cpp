// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include <algorithm>
#include <vector>

#include "core/data/AugmentPreview.h"
#include "core/synthetic/SyntheticDigits.h"

using namespace inkling;
using namespace inkling::data;

namespace {

std::span<const std::uint8_t> image(const std::vector<std::uint8_t>& pixels, std::size_t index) {
  return std::span(pixels).subspan(index * image_pixels, image_pixels);
}

bool same(std::span<const std::uint8_t> one, std::span<const std::uint8_t> other) {
  return std::equal(one.begin(), one.end(), other.begin(), other.end());
}

}  // namespace

TEST_CASE("each row is an image followed by augmented variants of it") {
  const Dataset dataset = synthetic::synthetic_digits(5, 1);
  const auto pixels = augment_preview(dataset, 3, 2, {}, 1);
  REQUIRE(pixels.size() == 3 * 3 * image_pixels);
  for (std::size_t row = 0; row < 3; ++row) {
    CHECK(same(image(pixels, 3 * row), dataset.image(row)));
    CHECK(!same(image(pixels, 3 * row + 1), dataset.image(row)));
    CHECK(!same(image(pixels, 3 * row + 1), image(pixels, 3 * row + 2)));
  }
  CHECK(augment_preview(dataset, 3, 2, {}, 1) == pixels);
}

TEST_CASE("unlabelled images are previewed, too, and no more than there are") {
  Dataset dataset = synthetic::synthetic_digits(2, 1);
  dataset.labels.clear();
  CHECK(augment_preview(dataset, 9, 1, {}, 1).size() == 2 * 2 * image_pixels);
  CHECK(augment_preview({}, 9, 1, {}, 1).empty());
}
