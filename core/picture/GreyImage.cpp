// SPDX-License-Identifier: MIT
#include "core/picture/GreyImage.h"

#include <algorithm>
#include <utility>
#include <vector>

namespace inkling::picture {

namespace {

/// The sums of some rows, pixel by pixel.
void add_rows(const GreyImage& picture, int top, int bottom, std::vector<std::uint32_t>& sums) {
  std::ranges::fill(sums, 0);
  for (int y = top; y < bottom; ++y) {
    const std::uint8_t* row = picture.row(y);
    for (std::size_t x = 0; x < sums.size(); ++x) sums[x] += row[x];
  }
}

/// Writes a row of means over squares of which `sums` has the columns, as far as they are inside the picture.
void write_means(const std::vector<std::uint32_t>& sums, int factor, int rows, std::uint8_t* means) {
  const int width = static_cast<int>(sums.size());
  for (int left = 0; left < width; left += factor) {
    const int right = std::min(left + factor, width);
    std::uint32_t sum = 0;
    for (int x = left; x < right; ++x) sum += sums[static_cast<std::size_t>(x)];
    *means++ = static_cast<std::uint8_t>(sum / static_cast<std::uint32_t>((right - left) * rows));
  }
}

}  // namespace

std::optional<GreyImage> make_grey_image(int width, int height, std::vector<std::uint8_t> pixels) {
  if (width <= 0 || height <= 0) return std::nullopt;
  if (std::uint64_t{pixels.size()} != static_cast<std::uint64_t>(std::int64_t{width} * height))
    return std::nullopt;
  return GreyImage{width, height, std::move(pixels)};
}

GreyImage rotate_clockwise(const GreyImage& image) {
  GreyImage turned = GreyImage::black(image.height, image.width);
  for (int y = 0; y < turned.height; ++y) {
    for (int x = 0; x < turned.width; ++x) turned.at(x, y) = image.at(y, image.height - 1 - x);
  }
  return turned;
}

GreyImage cropped(const GreyImage& image, int left, int top, int width, int height) {
  GreyImage part = GreyImage::black(width, height);
  for (int y = 0; y < height; ++y)
    std::copy_n(image.pixels.data() + image.index(left, top + y), width,
                part.pixels.data() + part.index(0, y));
  return part;
}

int downscale_factor(const GreyImage& picture) {
  constexpr int max_side = 1600;
  return std::max(1, (std::max(picture.width, picture.height) + max_side - 1) / max_side);
}

GreyImage downscale(const GreyImage& picture, int factor) {
  if (factor == 1) return picture;
  GreyImage result =
      GreyImage::black((picture.width + factor - 1) / factor, (picture.height + factor - 1) / factor);
  std::vector<std::uint32_t> sums(static_cast<std::size_t>(picture.width));
  for (int y = 0; y < result.height; ++y) {
    const int top = y * factor, bottom = std::min(top + factor, picture.height);
    add_rows(picture, top, bottom, sums);
    write_means(sums, factor, bottom - top, result.row(y));
  }
  return result;
}

}  // namespace inkling::picture
