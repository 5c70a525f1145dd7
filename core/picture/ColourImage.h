// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "core/picture/GreyImage.h"

namespace inkling::picture {

/// A colour image of any size, row by row.
struct ColourImage {
  int width = 0;
  int height = 0;
  std::vector<std::uint8_t> pixels;  // [height, width, 4] red, green, blue, and alpha: 255 is opaque

  static ColourImage blank(int width, int height) {
    return {
        width, height,
        std::vector<std::uint8_t>(4 * static_cast<std::size_t>(width) * static_cast<std::size_t>(height))};
  }

  std::uint8_t* row(int y) {
    return pixels.data() + 4 * static_cast<std::size_t>(y) * static_cast<std::size_t>(width);
  }
};

/// An image from untrusted sizes and bytes. None unless both sides are positive and `pixels` has exactly
/// 4 * width * height bytes.
std::optional<ColourImage> make_colour_image(int width, int height, std::vector<std::uint8_t> pixels);

/// The image in grey. A mostly transparent one is laid on black or white, whichever its ink stands out from;
/// of others the transparent parts are white. Colours that hardly differ in luminance, such as green ink on
/// pink paper, are told apart along the direction in which they differ most.
GreyImage to_grey(const ColourImage& image);

/// The image turned or mirrored as Exif's orientation says, 1 to 8; any other number changes nothing.
ColourImage oriented(ColourImage image, int orientation);

}  // namespace inkling::picture
