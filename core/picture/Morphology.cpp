// SPDX-License-Identifier: MIT
#include "core/picture/Morphology.h"

#include <algorithm>

namespace inkling::picture {

namespace {

/// Combines each row with those up to `reach` above and below it, whole rows at a time.
template <class Combine>
GreyImage combine_rows(const GreyImage& picture, int reach, const Combine& combine) {
  if (picture.pixels.empty()) return picture;
  const int window = 2 * reach + 1;
  const auto width = static_cast<std::size_t>(picture.width);
  GreyImage from_start = picture, from_end = picture, result = picture;
  const auto fold = [&](GreyImage& image, int y, int previous) {
    for (std::size_t x = 0, at = image.index(0, y), other = image.index(0, previous); x < width; ++x)
      image.pixels[at + x] = combine(image.pixels[at + x], image.pixels[other + x]);
  };
  for (int y = 1; y < picture.height; ++y) {
    if (y % window != 0) fold(from_start, y, y - 1);
  }
  for (int y = picture.height - 2; y >= 0; --y) {
    if ((y + 1) % window != 0) fold(from_end, y, y + 1);
  }
  for (int y = 0; y < picture.height; ++y) {
    const int top = std::max(0, y - reach), bottom = std::min(picture.height - 1, y + reach);
    const std::uint8_t* upper = &from_end.pixels[picture.index(0, top)];
    const std::uint8_t* lower = &from_start.pixels[picture.index(0, bottom)];
    // A window that the picture cuts off may lie in one block, at its start or at its end.
    if (top / window == bottom / window)
      (top % window == 0 ? upper : lower) = top % window == 0 ? lower : upper;
    for (std::size_t x = 0, row = result.index(0, y); x < width; ++x)
      result.pixels[row + x] = combine(upper[x], lower[x]);
  }
  return result;
}

template <class Combine>
GreyImage combine_squares(const GreyImage& picture, int reach, const Combine& combine) {
  return transposed(combine_rows(transposed(combine_rows(picture, reach, combine)), reach, combine));
}

GreyImage blur_rows(const GreyImage& picture, int reach) {
  GreyImage result = picture;
  std::vector<std::uint32_t> sums(static_cast<std::size_t>(picture.width));
  const auto add = [&](int y, int sign) {
    for (std::size_t x = 0, row = picture.index(0, y); x < sums.size(); ++x)
      sums[x] += static_cast<std::uint32_t>(sign * picture.pixels[row + x]);
  };
  for (int y = 0; y < std::min(reach, picture.height); ++y) add(y, 1);
  for (int y = 0; y < picture.height; ++y) {
    if (y + reach < picture.height) add(y + reach, 1);
    if (y - reach - 1 >= 0) add(y - reach - 1, -1);
    const auto count =
        static_cast<std::uint32_t>(std::min(picture.height - 1, y + reach) - std::max(0, y - reach) + 1);
    for (std::size_t x = 0, row = picture.index(0, y); x < sums.size(); ++x)
      result.pixels[row + x] = static_cast<std::uint8_t>((sums[x] + count / 2) / count);
  }
  return result;
}

}  // namespace

GreyImage local_maximum(const GreyImage& picture, int reach) {
  return combine_squares(picture, reach, [](std::uint8_t a, std::uint8_t b) { return std::max(a, b); });
}

GreyImage close_dark(const GreyImage& picture, int reach) {
  return combine_squares(local_maximum(picture, reach), reach,
                         [](std::uint8_t a, std::uint8_t b) { return std::min(a, b); });
}

GreyImage box_blur(const GreyImage& picture, int reach) {
  return transposed(blur_rows(transposed(blur_rows(picture, reach)), reach));
}

GreyImage transposed(const GreyImage& picture) {
  constexpr int tile = 32;  // both images then stay in the cache
  GreyImage result = GreyImage::black(picture.height, picture.width);
  for (int top = 0; top < picture.height; top += tile) {
    for (int left = 0; left < picture.width; left += tile) {
      for (int y = top; y < std::min(top + tile, picture.height); ++y) {
        for (int x = left; x < std::min(left + tile, picture.width); ++x) result.at(y, x) = picture.at(x, y);
      }
    }
  }
  return result;
}

GreyImage inverted(GreyImage picture) {
  for (std::uint8_t& pixel : picture.pixels) pixel = static_cast<std::uint8_t>(255 - pixel);
  return picture;
}

}  // namespace inkling::picture
