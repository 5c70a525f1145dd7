// SPDX-License-Identifier: MIT
#include "core/picture/Pipeline.h"

#include <algorithm>
#include <utility>

#include "core/base/Median.h"
#include "core/picture/InkMask.h"
#include "core/picture/Normalise.h"
#include "core/picture/RuledLines.h"
#include "core/picture/Sheet.h"
#include "core/picture/TouchingDigits.h"
#include "core/picture/Writing.h"

namespace inkling::picture {

namespace {

/// The median grey of the border, which a digit hardly touches.
int paper_grey(const GreyImage& picture) {
  std::vector<std::uint8_t> border;
  for (int position = 0; position < image_side; ++position) {
    for (const int side : {0, image_side - 1}) {
      border.push_back(picture.at(position, side));
      border.push_back(picture.at(side, position));
    }
  }
  return median(border);
}

std::optional<DigitImage> keep_pixels(const GreyImage& picture) {
  constexpr int min_contrast = 32;  // less is noise
  const int paper = paper_grey(picture);
  const auto [darkest, lightest] = std::ranges::minmax(picture.pixels);
  if (std::max(paper - darkest, lightest - paper) < min_contrast) return std::nullopt;
  const bool dark_on_light = paper - darkest > lightest - paper;
  DigitImage image{};
  std::ranges::transform(picture.pixels, image.begin(), [dark_on_light](std::uint8_t grey) {
    return dark_on_light ? static_cast<std::uint8_t>(255 - grey) : grey;
  });
  return image;
}

std::optional<DigitImage> extract_digit(const GreyImage& picture) {
  const ExtractedInk ink = extract_ink(picture);
  if (ink.components.empty()) return std::nullopt;
  return normalise(crop_components(ink.mask, ink.components));
}

}  // namespace

ExtractedInk extract_ink(const GreyImage& picture) {
  ExtractedInk ink;
  ink.downscale_factor = downscale_factor(picture);
  ink.paper = downscale(picture, ink.downscale_factor);
  if (const auto sheet = find_sheet(ink.paper))
    ink.paper = without_surroundings(std::move(ink.paper), *sheet);
  InkMask found = ink_mask(ink.paper);
  ink.all_ink = std::move(found.ink);
  ink.mask = remove_ruled_lines(ink.all_ink);
  Writing writing = select_writing(ink.mask, connected_components(ink.mask), found.is_flat);
  ink.components = split_touching_digits(ink.mask, writing.components);
  drop_hairlines(ink.mask, ink.components);
  ink.dots = std::move(writing.dots);
  return ink;
}

std::optional<DigitImage> digit_from_picture(const GreyImage& picture) {
  return has_digit_size(picture) ? keep_pixels(picture) : extract_digit(picture);
}

bool has_digit_size(const GreyImage& picture) {
  return picture.width == image_side && picture.height == image_side;
}

}  // namespace inkling::picture
