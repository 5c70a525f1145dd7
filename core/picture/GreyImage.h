// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace inkling::picture {

/// A greyscale image of any size, row by row. In a picture 0 is black; in an ink mask 0 is paper.
struct GreyImage {
  int width = 0;
  int height = 0;
  std::vector<std::uint8_t> pixels;  // [height, width]

  std::uint8_t& at(int x, int y) { return pixels[index(x, y)]; }
  std::uint8_t at(int x, int y) const { return pixels[index(x, y)]; }

  /// A row's pixels. Loops over them are vectorised, where those over at() may not be.
  std::uint8_t* row(int y) { return pixels.data() + index(0, y); }
  const std::uint8_t* row(int y) const { return pixels.data() + index(0, y); }

  static GreyImage black(int width, int height) {
    return {width, height,
            std::vector<std::uint8_t>(static_cast<std::size_t>(width) * static_cast<std::size_t>(height))};
  }

  /// The index of a pixel in `pixels`.
  std::size_t index(int x, int y) const {
    return static_cast<std::size_t>(y) * static_cast<std::size_t>(width) + static_cast<std::size_t>(x);
  }
};

/// An image from untrusted sizes and bytes. None unless both sides are positive and `pixels` has exactly
/// width * height bytes, compared in 64 bits: on wasm32 the product of two sides wraps.
std::optional<GreyImage> make_grey_image(int width, int height, std::vector<std::uint8_t> pixels);

/// The image turned clockwise by a right angle.
GreyImage rotate_clockwise(const GreyImage& image);

/// A rectangle of an image, which must be within it.
GreyImage cropped(const GreyImage& image, int left, int top, int width, int height);

/// The factor by which downscale() shrinks a picture: the smallest that leaves at most 1,600 pixels a side.
int downscale_factor(const GreyImage& picture);

/// Shrinks a picture by a whole factor, averaging over squares.
GreyImage downscale(const GreyImage& picture, int factor);

}  // namespace inkling::picture
