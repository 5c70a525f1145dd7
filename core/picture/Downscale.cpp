#include "core/picture/Downscale.h"

#include <algorithm>

namespace inkling::picture {

namespace {

/// Of a square, as far as it is in the picture.
std::uint8_t average(const GreyImage& picture, int left, int top, int side) {
  const int right = std::min(left + side, picture.width), bottom = std::min(top + side, picture.height);
  std::int64_t sum = 0;
  for (int y = top; y < bottom; ++y) {
    for (int x = left; x < right; ++x) sum += picture.at(x, y);
  }
  return static_cast<std::uint8_t>(sum / (std::int64_t{right - left} * (bottom - top)));
}

}  // namespace

int downscale_factor(const GreyImage& picture) {
  constexpr int longest = 1200;
  return std::max(1, (std::max(picture.width, picture.height) + longest - 1) / longest);
}

GreyImage downscaled(const GreyImage& picture) {
  const int side = downscale_factor(picture);
  if (side == 1) return picture;
  GreyImage result = GreyImage::black((picture.width + side - 1) / side, (picture.height + side - 1) / side);
  for (int y = 0; y < result.height; ++y) {
    for (int x = 0; x < result.width; ++x) result.at(x, y) = average(picture, x * side, y * side, side);
  }
  return result;
}

}  // namespace inkling::picture
