#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace inkling::picture {

/// A grey picture of any size, row by row: 0 is black, or where only ink is left of it, 0 is paper.
struct GreyImage {
  int width = 0;
  int height = 0;
  std::vector<std::uint8_t> pixels;  // [height, width]

  std::uint8_t& at(int x, int y) { return pixels[place(x, y)]; }
  std::uint8_t at(int x, int y) const { return pixels[place(x, y)]; }

  static GreyImage black(int width, int height) {
    return {width, height,
            std::vector<std::uint8_t>(static_cast<std::size_t>(width) * static_cast<std::size_t>(height))};
  }

  /// Where a pixel is in `pixels`.
  std::size_t place(int x, int y) const {
    return static_cast<std::size_t>(y) * static_cast<std::size_t>(width) + static_cast<std::size_t>(x);
  }
};

}  // namespace inkling::picture
