// SPDX-License-Identifier: MIT
#include "core/base/Digit.h"

#include <algorithm>
#include <cmath>

namespace inkling {

void to_floats(std::span<const std::uint8_t, image_pixels> image, std::span<float, image_pixels> floats) {
  constexpr float scale = 1.0f / 255;
  for (int pixel = 0; pixel < image_pixels; ++pixel) floats[pixel] = static_cast<float>(image[pixel]) * scale;
}

void to_bytes(std::span<const float, image_pixels> floats, std::span<std::uint8_t, image_pixels> image) {
  std::ranges::transform(floats, image.begin(), [](float value) {
    return static_cast<std::uint8_t>(std::lround(255 * std::clamp(value, 0.0f, 1.0f)));
  });
}

}  // namespace inkling
