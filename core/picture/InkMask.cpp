// SPDX-License-Identifier: MIT
#include "core/picture/InkMask.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace inkling::picture {

namespace {

constexpr int grey_levels = 256;

using Histogram = std::array<std::uint32_t, grey_levels>;

int quantile(const Histogram& histogram, double share) {
  double remaining = 0;
  for (const std::uint32_t count : histogram) remaining += share * count;
  int grey = 0;
  while (grey < grey_levels - 1 && remaining >= histogram[static_cast<std::size_t>(grey)])
    remaining -= histogram[static_cast<std::size_t>(grey++)];
  return grey;
}

/// Sums over rectangles in constant time (Crow, 1984).
class SummedAreaTable {
 public:
  template <class Value>
  SummedAreaTable(const GreyImage& picture, const Value& value)
      : stride_(picture.width + 1), sums_(stride_ * (picture.height + 1)) {
    for (int y = 0; y < picture.height; ++y) {
      std::uint32_t row = 0;
      for (int x = 0; x < picture.width; ++x) {
        row += value(picture.index(x, y));
        sums_[index(x + 1, y + 1)] = sums_[index(x + 1, y)] + row;
      }
    }
  }

  std::uint32_t sum(int left, int top, int right, int bottom) const {
    return sums_[index(right, bottom)] - sums_[index(left, bottom)] - sums_[index(right, top)] +
           sums_[index(left, top)];
  }

 private:
  std::size_t index(int x, int y) const {
    return static_cast<std::size_t>(y) * stride_ + static_cast<std::size_t>(x);
  }

  std::size_t stride_;
  std::vector<std::uint32_t> sums_;  // modulo 2^32: exact for rectangles of up to 16 million pixels
};

/// The mean around each pixel over those for which `included(index)` holds; 0 if there are none.
template <class Included>
GreyImage local_mean(const GreyImage& picture, const Included& included) {
  const int reach = std::max(12, std::max(picture.width, picture.height) / 8);
  const SummedAreaTable greys(
      picture, [&](std::size_t index) { return included(index) ? std::uint32_t{picture.pixels[index]} : 0; });
  const SummedAreaTable counts(picture, [&](std::size_t index) { return std::uint32_t{included(index)}; });
  GreyImage means = GreyImage::black(picture.width, picture.height);
  for (int y = 0; y < picture.height; ++y) {
    const int top = std::max(0, y - reach), bottom = std::min(picture.height, y + reach + 1);
    for (int x = 0; x < picture.width; ++x) {
      const int left = std::max(0, x - reach), right = std::min(picture.width, x + reach + 1);
      const std::uint32_t count = std::max(1u, counts.sum(left, top, right, bottom));
      means.at(x, y) = static_cast<std::uint8_t>((greys.sum(left, top, right, bottom) + count / 2) / count);
    }
  }
  return means;
}

/// A 3x3 binomial blur.
GreyImage blur(const GreyImage& picture) {
  const auto weighted = [](int before, int centre, int after) {
    return static_cast<std::uint8_t>((before + 2 * centre + after + 2) / 4);
  };
  GreyImage result = picture;
  for (int y = 0; y < picture.height; ++y) {
    for (int x = 1; x + 1 < picture.width; ++x)
      result.at(x, y) = weighted(picture.at(x - 1, y), picture.at(x, y), picture.at(x + 1, y));
  }
  const GreyImage rows = result;
  for (int y = 1; y + 1 < picture.height; ++y) {
    for (int x = 0; x < picture.width; ++x)
      result.at(x, y) = weighted(rows.at(x, y - 1), rows.at(x, y), rows.at(x, y + 1));
  }
  return result;
}

/// Blurs a noisy picture. One with hardly any noise stays sharp.
GreyImage reduce_noise(const GreyImage& picture) {
  constexpr int max_step = 2;
  Histogram steps{};
  for (int y = 0; y < picture.height; ++y) {
    for (int x = 1; x < picture.width; ++x)
      ++steps[static_cast<std::size_t>(std::abs(picture.at(x, y) - picture.at(x - 1, y)))];
  }
  return quantile(steps, 0.5) <= max_step ? picture : blur(picture);
}

/// Ink covers less of a picture than paper, so it deviates further from the local mean.
bool is_dark_on_light(const GreyImage& picture, const GreyImage& means) {
  double skewness = 0;
  for (std::size_t index = 0; index < picture.pixels.size(); ++index) {
    const double deviation = picture.pixels[index] - means.pixels[index];
    skewness += deviation * deviation * deviation;
  }
  return skewness < 0;
}

void invert(GreyImage& picture) {
  for (std::uint8_t& pixel : picture.pixels) pixel = static_cast<std::uint8_t>(255 - pixel);
}

/// How much lighter each pixel is than the paper around it. Paper is first what is no lighter than the local
/// mean, then what is hardly lighter than that estimate.
GreyImage subtract_paper(const GreyImage& picture, const GreyImage& means) {
  constexpr int tolerance = 12;
  GreyImage paper =
      local_mean(picture, [&](std::size_t index) { return picture.pixels[index] <= means.pixels[index]; });
  paper = local_mean(
      picture, [&](std::size_t index) { return picture.pixels[index] <= paper.pixels[index] + tolerance; });
  GreyImage contrast = picture;
  for (std::size_t index = 0; index < contrast.pixels.size(); ++index)
    contrast.pixels[index] =
        static_cast<std::uint8_t>(std::max(0, picture.pixels[index] - paper.pixels[index]));
  return contrast;
}

/// Maps contrast to a mask: 0 for noise, 255 for what is as strong as most of the ink.
void stretch_contrast(GreyImage& contrast) {
  constexpr int min_contrast = 20;
  Histogram all{}, inked{};
  for (const std::uint8_t pixel : contrast.pixels) ++all[pixel];
  // Most of a picture is paper, and half of the paper is no lighter than its mean: three quarters lie within
  // the noise's deviation.
  const int noise = quantile(all, 0.75) + 1;
  for (int grey = std::max(min_contrast, 4 * noise); grey < grey_levels; ++grey) inked[grey] = all[grey];
  const int high = quantile(inked, 0.6);
  const int low = std::max(high / 4, 2 * noise);
  const bool blank = inked == Histogram{} || high <= low;
  for (std::uint8_t& pixel : contrast.pixels) {
    const int value = blank ? 0 : 255 * (pixel - low) / (high - low);
    pixel = static_cast<std::uint8_t>(std::clamp(value, 0, 255));
  }
}

}  // namespace

GreyImage ink_mask(const GreyImage& picture) {
  GreyImage smooth = reduce_noise(picture);
  GreyImage means = local_mean(smooth, [](std::size_t) { return true; });
  if (is_dark_on_light(smooth, means)) {
    invert(smooth);
    invert(means);
  }
  GreyImage ink = subtract_paper(smooth, means);
  stretch_contrast(ink);
  return ink;
}

}  // namespace inkling::picture
