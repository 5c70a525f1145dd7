// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <span>

#include "core/io/FormatDetail.h"

namespace inkling::io {

/// How numbers stand for pixels: `low` becomes 0 and `high` 255, with all others in between.
struct PixelScale {
  double low = 0, high = 255;
  bool clamps = false;  // the ends are only known from the first rows, so others may be a little beyond

  bool is_bytes() const { return low == 0 && high == 255; }

  /// The byte of a number; nothing if it is out of range.
  std::optional<std::uint8_t> to_byte(double number) const;
};

/// From where the pixels are scaled; none for bytes.
std::optional<FormatFact> fact_of(const PixelScale& scale);

/// Counts of the pixels of some images, from which find_scale() tells their scale.
struct PixelSample {
  std::size_t pixels = 0, fractions = 0, ones = 0, lowest = 0, highest = 0;  // numbers of such pixels
  double low = 0, high = 0;                                                  // the lowest and the highest
};

/// The sample of pixels; NaN for none.
PixelSample sample_pixels(std::span<const double> pixels);

/// Detects the scale of pixels:
/// - 0 to 1 if no pixel is above 1 and some are fractions, or one in a hundred is 1
/// - -1 to 1 if both ends occur, or nearly
/// - standardised, as (x - mean) / deviation, if some are negative and the lowest or the highest is the
///   paper, which is most of the pixels
/// - otherwise bytes
PixelScale find_scale(const PixelSample& sample);

}  // namespace inkling::io
