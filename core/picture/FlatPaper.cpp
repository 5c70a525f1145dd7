// SPDX-License-Identifier: MIT
#include "core/picture/FlatPaper.h"

#include <algorithm>
#include <array>
#include <cstdlib>

namespace inkling::picture {

namespace {

constexpr int grey_tolerance = 3;  // grey levels that still are the same grey

using GreyCounts = std::array<std::size_t, 256>;

/// The grey levels of the outermost pixels, each side with its corners.
GreyCounts border_histogram(const GreyImage& picture) {
  GreyCounts histogram{};
  for (int x = 0; x < picture.width; ++x) {
    for (const int y : {0, picture.height - 1}) ++histogram[picture.at(x, y)];
  }
  for (int y = 0; y < picture.height; ++y) {
    for (const int x : {0, picture.width - 1}) ++histogram[picture.at(x, y)];
  }
  return histogram;
}

std::size_t count_near(const GreyCounts& histogram, int grey) {
  std::size_t count = 0;
  for (int level = std::max(0, grey - grey_tolerance); level <= std::min(255, grey + grey_tolerance); ++level)
    count += histogram[static_cast<std::size_t>(level)];
  return count;
}

}  // namespace

std::optional<int> flat_paper(const GreyImage& picture) {
  constexpr double min_border_share = 0.6, min_share = 0.35;
  if (picture.pixels.empty()) return std::nullopt;
  const GreyCounts border = border_histogram(picture);
  const int paper = static_cast<int>(std::ranges::max_element(border) - border.begin());
  GreyCounts all{};
  for (const std::uint8_t pixel : picture.pixels) ++all[pixel];
  const auto border_length = static_cast<double>(2 * (std::int64_t{picture.width} + picture.height));
  if (static_cast<double>(count_near(border, paper)) < min_border_share * border_length) return std::nullopt;
  if (static_cast<double>(count_near(all, paper)) < min_share * static_cast<double>(picture.pixels.size()))
    return std::nullopt;
  return paper;
}

GreyImage contrast_to(const GreyImage& picture, int paper) {
  double darker = 0, lighter = 0;
  for (const std::uint8_t pixel : picture.pixels) {
    const double difference = pixel - paper;
    (difference < 0 ? darker : lighter) += difference * difference;
  }
  const int sign = darker > lighter ? -1 : 1;
  GreyImage contrast = picture;
  for (std::uint8_t& pixel : contrast.pixels)
    pixel = static_cast<std::uint8_t>(std::max(0, sign * (pixel - paper)));
  return contrast;
}

bool has_compression_noise(const GreyImage& contrast) {
  constexpr int max_noise = 8, min_ink = 24;
  constexpr double max_share = 0.25;
  const auto noise =
      std::ranges::count_if(contrast.pixels, [](int grey) { return grey > 0 && grey <= max_noise; });
  const auto ink = std::ranges::count_if(contrast.pixels, [](int grey) { return grey > min_ink; });
  return static_cast<double>(noise) > max_share * static_cast<double>(ink);
}

}  // namespace inkling::picture
