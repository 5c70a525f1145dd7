// SPDX-License-Identifier: MIT
#include "core/picture/Normalise.h"

#include <algorithm>
#include <cassert>
#include <cmath>

#include "core/ink/Render.h"

namespace inkling::picture {

namespace {

/// In whole pixels.
struct CropBox {
  int left, top, width, height;
};

std::optional<CropBox> ink_box(const GreyImage& ink) {
  int left = ink.width, right = -1, top = ink.height, bottom = -1;
  for (int y = 0; y < ink.height; ++y) {
    for (int x = 0; x < ink.width; ++x) {
      if (ink.at(x, y) == 0) continue;
      left = std::min(left, x);
      right = std::max(right, x);
      top = std::min(top, y);
      bottom = std::max(bottom, y);
    }
  }
  if (right < 0) return std::nullopt;
  return CropBox{left, top, right - left + 1, bottom - top + 1};
}

/// The source pixels under one target pixel, along one axis: `length` pixels from `start` scaled to `cells`.
struct Range {
  double low, high;

  Range(int cell, int cells, int start, int length)
      : low(start + static_cast<double>(length) * cell / cells),
        high(start + static_cast<double>(length) * (cell + 1) / cells) {}

  int first() const { return static_cast<int>(low); }
  int last() const { return static_cast<int>(std::ceil(high)) - 1; }
  double coverage(int pixel) const { return std::min(high, pixel + 1.0) - std::max(low, double(pixel)); }
  double length() const { return high - low; }
};

std::uint8_t area_average(const GreyImage& ink, const Range& columns, const Range& rows) {
  double sum = 0;
  for (int y = rows.first(); y <= rows.last(); ++y) {
    double row = 0;
    for (int x = columns.first(); x <= columns.last(); ++x) row += columns.coverage(x) * ink.at(x, y);
    sum += rows.coverage(y) * row;
  }
  return static_cast<std::uint8_t>(std::lround(sum / (columns.length() * rows.length())));
}

/// Scales a box of the ink so that its longer side is MNIST's 20 pixels.
GreyImage scale_to_mnist(const GreyImage& ink, const CropBox& box) {
  const double scale = static_cast<double>(ink::box_side) / std::max(box.width, box.height);
  GreyImage result;
  result.width = std::max(1, static_cast<int>(std::lround(box.width * scale)));
  result.height = std::max(1, static_cast<int>(std::lround(box.height * scale)));
  for (int y = 0; y < result.height; ++y) {
    const Range rows(y, result.height, box.top, box.height);
    for (int x = 0; x < result.width; ++x) {
      const Range columns(x, result.width, box.left, box.width);
      result.pixels.push_back(area_average(ink, columns, rows));
    }
  }
  return result;
}

DigitImage paste(const GreyImage& digit, int left, int top) {
  DigitImage image{};
  for (int y = 0; y < digit.height; ++y) {
    std::copy_n(digit.pixels.begin() + y * digit.width, digit.width,
                image.begin() + (top + y) * image_side + left);
  }
  return image;
}

/// Where a digit of `length` pixels has to start, if its centre of mass is at `mass` when it starts at
/// `start`. Of two equally good positions MNIST takes the one with the centre of mass at 13.5.
int centred_start(int start, int length, float mass) {
  const float shift =
      ink::centring_shift(mass, static_cast<float>(start), static_cast<float>(start + length - 1));
  return start + static_cast<int>(std::ceil(shift - 0.5f));
}

}  // namespace

std::optional<DigitImage> normalise(const GreyImage& ink) {
  assert(ink.pixels.size() == static_cast<std::size_t>(ink.width) * static_cast<std::size_t>(ink.height));
  const auto box = ink_box(ink);
  if (!box) return std::nullopt;
  const GreyImage digit = scale_to_mnist(ink, *box);
  const int left = (image_side - digit.width) / 2, top = (image_side - digit.height) / 2;
  const auto mass = ink::centre_of_mass(paste(digit, left, top));
  if (!mass) return std::nullopt;
  return paste(digit, centred_start(left, digit.width, mass->x), centred_start(top, digit.height, mass->y));
}

}  // namespace inkling::picture
