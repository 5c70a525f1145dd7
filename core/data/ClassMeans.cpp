// SPDX-License-Identifier: MIT
#include "core/data/ClassMeans.h"

#include <algorithm>
#include <array>
#include <cstddef>

namespace inkling::data {

namespace {

// 32 bits are enough: a million images sum up to 255 million.
struct Sum {
  std::uint32_t images = 0;
  std::array<std::uint32_t, image_pixels> pixels{};
};

void add_image(Sum& sum, std::span<const std::uint8_t, image_pixels> image) {
  ++sum.images;
  for (int pixel = 0; pixel < image_pixels; ++pixel) sum.pixels[pixel] += image[pixel];
}

}  // namespace

std::vector<std::uint8_t> class_means(const Dataset& dataset, std::span<const std::uint8_t> labels) {
  std::vector<Sum> sums(dataset.classes.size());
  for (std::size_t row = 0; row < labels.size(); ++row) {
    if (labels[row] < sums.size()) add_image(sums[labels[row]], dataset.image(row));
  }
  std::vector<std::uint8_t> means;
  for (const Sum& sum : sums) {
    const std::uint32_t images = std::max(sum.images, 1u);
    for (const std::uint32_t pixel : sum.pixels)
      means.push_back(static_cast<std::uint8_t>((pixel + images / 2) / images));
  }
  return means;
}

}  // namespace inkling::data
