// SPDX-License-Identifier: MIT
#include "core/picture/InkMask.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <utility>

#include "core/picture/FlatPaper.h"
#include "core/picture/Morphology.h"

namespace inkling::picture {

namespace {

constexpr int grey_levels = 256;
constexpr int min_ink_contrast = 20;

using Histogram = std::array<std::uint32_t, grey_levels>;

int quantile(const Histogram& histogram, double share) {
  double remaining = 0;
  for (const std::uint32_t count : histogram) remaining += share * count;
  int grey = 0;
  while (grey < grey_levels - 1 && remaining >= histogram[static_cast<std::size_t>(grey)])
    remaining -= histogram[static_cast<std::size_t>(grey++)];
  return grey;
}

/// The median difference of neighbours, which ink hardly changes.
int median_step(const GreyImage& picture) {
  Histogram steps{};
  for (int y = 0; y < picture.height; ++y) {
    const std::uint8_t* row = picture.row(y);
    for (int x = 1; x < picture.width; ++x) ++steps[static_cast<std::size_t>(std::abs(row[x] - row[x - 1]))];
  }
  return quantile(steps, 0.5);
}

/// A 3x3 binomial blur.
GreyImage blur(const GreyImage& picture) {
  const auto weighted = [](int before, int centre, int after) {
    return static_cast<std::uint8_t>((before + 2 * centre + after + 2) / 4);
  };
  GreyImage result = picture;
  for (int y = 0; y < picture.height; ++y) {
    const std::uint8_t* row = picture.row(y);
    std::uint8_t* blurred = result.row(y);
    for (int x = 1; x + 1 < picture.width; ++x) blurred[x] = weighted(row[x - 1], row[x], row[x + 1]);
  }
  const GreyImage rows = result;
  for (int y = 1; y + 1 < picture.height; ++y) {
    const std::uint8_t *above = rows.row(y - 1), *row = rows.row(y), *below = rows.row(y + 1);
    std::uint8_t* blurred = result.row(y);
    for (int x = 0; x < picture.width; ++x) blurred[x] = weighted(above[x], row[x], below[x]);
  }
  return result;
}

/// Blurs a noisy picture. One with hardly any noise stays sharp.
GreyImage reduce_noise(const GreyImage& picture) {
  constexpr int max_step = 2;
  return median_step(picture) <= max_step ? picture : blur(picture);
}

/// Ink covers less of a picture than paper, so it deviates further from the local mean.
bool is_dark_on_light(const GreyImage& picture) {
  const GreyImage means = box_blur(picture, std::max(12, std::max(picture.width, picture.height) / 8));
  double skewness = 0;
  for (std::size_t index = 0; index < picture.pixels.size(); ++index) {
    const double deviation = picture.pixels[index] - means.pixels[index];
    skewness += deviation * deviation * deviation;
  }
  return skewness < 0;
}

/// The widest stroke to expect is about 2 * reach wide.
int stroke_reach(const GreyImage& picture) {
  return std::clamp(std::min(picture.width, picture.height) / 12, 6, 80);
}

/// The whole part of a quotient of at most 255, by a divisor of at most 255. SIMD has no integer division;
/// that of floats is exact here.
std::uint8_t quotient(int dividend, int divisor) {
  return static_cast<std::uint8_t>(
      static_cast<int>((static_cast<float>(dividend) + 0.5f) / static_cast<float>(divisor)));
}

/// How much darker each pixel is than the paper around it, 255 times the share of the paper's grey.
GreyImage subtract_paper(const GreyImage& picture) {
  constexpr int darkest_paper = 64;  // below, noise would be taken for ink
  const GreyImage paper = close_dark(box_blur(picture, 1), stroke_reach(picture));
  GreyImage contrast = picture;
  const std::uint8_t *shades = picture.pixels.data(), *papers = paper.pixels.data();
  std::uint8_t* contrasts = contrast.pixels.data();
  for (std::size_t index = 0; index < contrast.pixels.size(); ++index) {
    const int grey = papers[index], difference = std::max(0, grey - shades[index]);
    contrasts[index] = quotient(255 * difference, std::max(grey, darkest_paper));
  }
  return contrast;
}

/// The contrast that hardly any of the paper reaches: its most frequent one and its noise, several times.
int noise_floor(const GreyImage& contrast) {
  Histogram histogram{};
  for (const std::uint8_t pixel : contrast.pixels) ++histogram[pixel];
  const int usual = static_cast<int>(std::ranges::max_element(histogram) - histogram.begin());
  return std::max(min_ink_contrast, 2 * usual + usual / 2 + 8 * median_step(contrast));
}

/// Maps contrast to a mask, by the strongest ink near each pixel.
GreyImage stretch_locally(const GreyImage& contrast, int reach, int floor) {
  GreyImage ink = box_blur(local_maximum(contrast, reach), reach);
  std::uint8_t* inks = ink.pixels.data();
  const std::uint8_t* contrasts = contrast.pixels.data();
  for (std::size_t index = 0; index < ink.pixels.size(); ++index) {
    const int strongest = inks[index], low = std::max(floor, strongest * 3 / 10);
    const int range = std::max(10, strongest * 7 / 10 - low);
    inks[index] = quotient(255 * std::clamp(contrasts[index] - low, 0, range), range);
  }
  return ink;
}

/// Maps contrast to a mask that keeps all shades.
GreyImage stretch_evenly(GreyImage contrast) {
  const int strongest = std::ranges::max(contrast.pixels);
  for (std::uint8_t& pixel : contrast.pixels)
    pixel = static_cast<std::uint8_t>(strongest < min_ink_contrast ? 0 : 255 * pixel / strongest);
  return contrast;
}

GreyImage ink_on_flat_paper(const GreyImage& picture, int paper) {
  GreyImage contrast = contrast_to(picture, paper);
  if (!has_compression_noise(contrast)) return stretch_evenly(std::move(contrast));
  return stretch_locally(contrast, stroke_reach(picture), min_ink_contrast);
}

GreyImage ink_on_photo(const GreyImage& picture) {
  GreyImage smooth = reduce_noise(picture);
  if (!is_dark_on_light(smooth)) smooth = inverted(std::move(smooth));
  const GreyImage contrast = subtract_paper(smooth);
  return stretch_locally(contrast, stroke_reach(picture) / 2, noise_floor(contrast));
}

}  // namespace

InkMask ink_mask(const GreyImage& picture) {
  if (picture.pixels.empty()) return {};
  if (const auto paper = flat_paper(picture)) return {ink_on_flat_paper(picture, *paper), true};
  return {ink_on_photo(picture), false};
}

}  // namespace inkling::picture
