#include "core/picture/Normalise.h"

#include <algorithm>
#include <cassert>
#include <cmath>

#include "core/ink/Placement.h"

namespace inkling::picture {

namespace {

/// A part of a picture, in whole pixels.
struct Box {
  int left, top, width, height;
};

std::optional<Box> inked_box(const GreyImage& picture) {
  int left = picture.width, right = -1, top = picture.height, bottom = -1;
  for (int y = 0; y < picture.height; ++y) {
    for (int x = 0; x < picture.width; ++x) {
      if (picture.at(x, y) == 0) continue;
      left = std::min(left, x);
      right = std::max(right, x);
      top = std::min(top, y);
      bottom = std::max(bottom, y);
    }
  }
  if (right < 0) return std::nullopt;
  return Box{left, top, right - left + 1, bottom - top + 1};
}

/// What lies under one pixel of a picture that is scaled to `cells` pixels: a range in pixels of the source.
struct Range {
  double low, high;

  Range(int cell, int cells, int start, int length)
      : low(start + static_cast<double>(length) * cell / cells),
        high(start + static_cast<double>(length) * (cell + 1) / cells) {}

  int first() const { return static_cast<int>(low); }
  int last() const { return static_cast<int>(std::ceil(high)) - 1; }
  double share_of(int pixel) const { return std::min(high, pixel + 1.0) - std::max(low, double(pixel)); }
  double length() const { return high - low; }
};

std::uint8_t average(const GreyImage& picture, const Range& across, const Range& down) {
  double sum = 0;
  for (int y = down.first(); y <= down.last(); ++y) {
    double row = 0;
    for (int x = across.first(); x <= across.last(); ++x) row += across.share_of(x) * picture.at(x, y);
    sum += down.share_of(y) * row;
  }
  return static_cast<std::uint8_t>(std::lround(sum / (across.length() * down.length())));
}

/// The part `box` of the picture, scaled so that its longer side is that of MNIST's box.
GreyImage fitted(const GreyImage& picture, const Box& box) {
  const double scale = static_cast<double>(ink::box_side) / std::max(box.width, box.height);
  GreyImage result;
  result.width = std::max(1, static_cast<int>(std::lround(box.width * scale)));
  result.height = std::max(1, static_cast<int>(std::lround(box.height * scale)));
  for (int y = 0; y < result.height; ++y) {
    const Range down(y, result.height, box.top, box.height);
    for (int x = 0; x < result.width; ++x) {
      const Range across(x, result.width, box.left, box.width);
      result.pixels.push_back(average(picture, across, down));
    }
  }
  return result;
}

DigitImage placed(const GreyImage& digit, int left, int top) {
  DigitImage image{};
  for (int y = 0; y < digit.height; ++y) {
    std::copy_n(digit.pixels.begin() + y * digit.width, digit.width,
                image.begin() + (top + y) * image_side + left);
  }
  return image;
}

/// The first pixel of a digit of `length` pixels whose centre of mass is at `mass` when it begins at `start`.
/// Where two places are equally near, MNIST has the one with the centre of mass at 13.5.
int centred_start(int start, int length, float mass) {
  const float shift =
      ink::centring_shift(mass, static_cast<float>(start), static_cast<float>(start + length - 1));
  return start + static_cast<int>(std::ceil(shift - 0.5f));
}

}  // namespace

std::optional<DigitImage> normalise(const GreyImage& picture) {
  assert(picture.pixels.size() ==
         static_cast<std::size_t>(picture.width) * static_cast<std::size_t>(picture.height));
  const auto box = inked_box(picture);
  if (!box) return std::nullopt;
  const GreyImage digit = fitted(picture, *box);
  const int left = (image_side - digit.width) / 2, top = (image_side - digit.height) / 2;
  const auto mass = ink::centre_of_mass(placed(digit, left, top));
  if (!mass) return std::nullopt;
  return placed(digit, centred_start(left, digit.width, mass->x), centred_start(top, digit.height, mass->y));
}

}  // namespace inkling::picture
