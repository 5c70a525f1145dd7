// SPDX-License-Identifier: MIT
#include "core/io/csv/PixelScale.h"

#include <algorithm>
#include <cmath>

namespace inkling::io {

std::optional<std::uint8_t> PixelScale::to_byte(double number) const {
  const double byte = (number - low) * (255 / (high - low));
  const double slack = clamps ? 255 : 0;
  if (!(byte >= -slack && byte <= 255 + slack)) return std::nullopt;
  return static_cast<std::uint8_t>(std::clamp(byte, 0.0, 255.0) + 0.5);
}

std::optional<FormatFact> fact_of(const PixelScale& scale) {
  if (scale.is_bytes()) return std::nullopt;
  if (scale.low == 0) return FormatFact::pixels_to_one;
  return scale.clamps ? FormatFact::pixels_standardised : FormatFact::pixels_from_minus_one;
}

PixelSample sample_pixels(std::span<const double> pixels) {
  PixelSample sample;
  for (const double pixel : pixels) {
    if (std::isnan(pixel)) continue;
    if (sample.pixels == 0) sample.low = sample.high = pixel;
    if (pixel < sample.low) sample.lowest = 0;
    if (pixel > sample.high) sample.highest = 0;
    sample.low = std::min(sample.low, pixel);
    sample.high = std::max(sample.high, pixel);
    ++sample.pixels;
    sample.lowest += pixel == sample.low;
    sample.highest += pixel == sample.high;
    sample.fractions += pixel > 0 && pixel < 1;
    sample.ones += pixel == 1;
  }
  return sample;
}

PixelScale find_scale(const PixelSample& sample) {
  constexpr double nearly = 0.9, deviations = 10;
  constexpr std::size_t paper_one_in = 3;
  if (sample.pixels == 0 || sample.high > std::max(1.0, deviations)) return {};
  if (sample.low >= 0) {
    const bool unit = sample.high <= 1 && (sample.fractions > 0 || sample.ones * 100 >= sample.pixels);
    return unit && sample.high > 0 ? PixelScale{0, 1} : PixelScale{};
  }
  if (sample.low >= -1 && sample.low <= -nearly && sample.high >= nearly && sample.high <= 1) return {-1, 1};
  const bool has_paper = std::max(sample.lowest, sample.highest) * paper_one_in >= sample.pixels;
  const bool standardised = sample.low >= -deviations && sample.high > 0 && has_paper;
  return standardised ? PixelScale{sample.low, sample.high, true} : PixelScale{};
}

}  // namespace inkling::io
