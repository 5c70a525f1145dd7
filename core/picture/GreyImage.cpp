// SPDX-License-Identifier: MIT
#include "core/picture/GreyImage.h"

#include <algorithm>
#include <utility>

namespace inkling::picture {

namespace {

/// The mean over a square, as far as it is inside the picture.
std::uint8_t mean(const GreyImage& picture, int left, int top, int side) {
  const int right = std::min(left + side, picture.width), bottom = std::min(top + side, picture.height);
  std::int64_t sum = 0;
  for (int y = top; y < bottom; ++y) {
    for (int x = left; x < right; ++x) sum += picture.at(x, y);
  }
  return static_cast<std::uint8_t>(sum / (std::int64_t{right - left} * (bottom - top)));
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

int downscale_factor(const GreyImage& picture) {
  constexpr int max_side = 1600;
  return std::max(1, (std::max(picture.width, picture.height) + max_side - 1) / max_side);
}

GreyImage downscale(const GreyImage& picture, int factor) {
  if (factor == 1) return picture;
  GreyImage result =
      GreyImage::black((picture.width + factor - 1) / factor, (picture.height + factor - 1) / factor);
  for (int y = 0; y < result.height; ++y) {
    for (int x = 0; x < result.width; ++x) result.at(x, y) = mean(picture, x * factor, y * factor, factor);
  }
  return result;
}

}  // namespace inkling::picture
