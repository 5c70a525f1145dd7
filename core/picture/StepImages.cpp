// SPDX-License-Identifier: MIT
#include "core/picture/StepImages.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace inkling::picture {

namespace {

using Rgba = std::array<std::uint8_t, 4>;

constexpr std::array<Rgba, 6> colours{{{214, 39, 40, 255},
                                       {31, 119, 180, 255},
                                       {44, 160, 44, 255},
                                       {148, 103, 189, 255},
                                       {230, 126, 0, 255},
                                       {23, 160, 170, 255}}};

void set(ColourImage& image, std::size_t pixel, const Rgba& colour) {
  std::ranges::copy(colour, image.pixels.begin() + static_cast<std::ptrdiff_t>(4 * pixel));
}

/// `grey_of` maps the index of a pixel to its grey.
template <class GreyOf>
ColourImage draw(const GreyImage& size, const GreyOf& grey_of) {
  auto image = ColourImage::blank(size.width, size.height);
  for (std::size_t pixel = 0; pixel < size.pixels.size(); ++pixel) {
    const auto grey = static_cast<std::uint8_t>(grey_of(pixel));
    set(image, pixel, {grey, grey, grey, 255});
  }
  return image;
}

ColourImage draw_parts(const GreyImage& size, const std::vector<Component>& parts) {
  ColourImage image = draw(size, [](std::size_t) { return 255; });
  for (std::size_t part = 0; part < parts.size(); ++part)
    for (const std::uint32_t pixel : parts[part].pixels) set(image, pixel, colours[part % colours.size()]);
  return image;
}

}  // namespace

StepImages step_images(const ExtractedInk& extracted) {
  const auto& paper = extracted.paper.pixels;
  const auto& all = extracted.all_ink.pixels;
  const auto& read = extracted.mask.pixels;
  return {draw(extracted.paper, [&](std::size_t pixel) { return paper[pixel]; }),
          draw(extracted.mask, [&](std::size_t pixel) { return 255 - all[pixel]; }),
          draw(extracted.mask, [&](std::size_t pixel) { return 255 - (all[pixel] - read[pixel]); }),
          draw_parts(extracted.mask, extracted.components)};
}

}  // namespace inkling::picture
