// SPDX-License-Identifier: MIT
#include "core/data/Appearance.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <span>
#include <utility>

#include "core/data/DigitMeans.h"

namespace inkling::data {

namespace {

constexpr std::string_view names[] = {"upright",   "transposed", "mirrored",   "upside-down",
                                      "turned-90", "turned-180", "turned-270", "transversed"};
constexpr std::size_t orientations = std::size(names);
constexpr std::size_t min_images = 20;
constexpr int min_digits = 3;

/// Where the pixel of an upright image lies in one of this orientation.
std::size_t place(Orientation orientation, int x, int y) {
  const int right = mean_side - 1 - x, bottom = mean_side - 1 - y;
  const auto at = [](int column, int row) { return static_cast<std::size_t>(row * mean_side + column); };
  switch (orientation) {
    case Orientation::transposed:
      return at(y, x);
    case Orientation::mirrored:
      return at(right, y);
    case Orientation::upside_down:
      return at(x, bottom);
    case Orientation::turned_90:
      return at(bottom, x);
    case Orientation::turned_180:
      return at(right, bottom);
    case Orientation::turned_270:
      return at(y, right);
    case Orientation::transversed:
      return at(bottom, right);
    default:
      return at(x, y);
  }
}

std::array<std::size_t, mean_pixels> order_of(Orientation orientation) {
  std::array<std::size_t, mean_pixels> order{};
  for (int pixel = 0; pixel < mean_pixels; ++pixel)
    order[static_cast<std::size_t>(pixel)] = place(orientation, pixel % mean_side, pixel / mean_side);
  return order;
}

bool is_border(int pixel) {
  const int x = pixel % image_side, y = pixel / image_side;
  return x == 0 || y == 0 || x == image_side - 1 || y == image_side - 1;
}

bool has_light_border(std::span<const std::uint8_t, image_pixels> image) {
  int border = 0, middle = 0, border_pixels = 0;
  for (int pixel = 0; pixel < image_pixels; ++pixel) {
    (is_border(pixel) ? border : middle) += image[pixel];
    border_pixels += is_border(pixel) ? 1 : 0;
  }
  const double paper = static_cast<double>(border) / border_pixels;
  return paper > 128 && paper > static_cast<double>(middle) / (image_pixels - border_pixels);
}

/// Whether that is so in nine of ten images.
bool is_inverted(const Dataset& dataset) {
  constexpr std::size_t probed = 1000;
  const std::size_t step = std::max<std::size_t>(dataset.size() / probed, 1);
  std::size_t images = 0, light = 0;
  for (std::size_t index = 0; index < dataset.size(); index += step) {
    light += has_light_border(dataset.image(index));
    ++images;
  }
  return images > 0 && light * 10 >= images * 9;
}

bool has_enough(const DigitMeans& means) {
  return means.images() >= min_images && means.digits() >= min_digits;
}

/// `sign` is -1 for inverted images, whose means are unlike by as much.
Orientation find_orientation(const DigitMeans& means, double sign) {
  constexpr double least_likeness = 0.75, least_gain = 0.06;
  Orientation best = Orientation::upright;
  const double upright = sign * means.likeness(order_of(best));
  double most = std::max(upright + least_gain, least_likeness);
  for (std::size_t index = 1; index < orientations; ++index) {
    const auto orientation = static_cast<Orientation>(index);
    const double likeness = sign * means.likeness(order_of(orientation));
    if (likeness < most) continue;
    most = likeness;
    best = orientation;
  }
  return best;
}

}  // namespace

Appearance find_appearance(const Dataset& dataset) {
  Appearance appearance{is_inverted(dataset)};
  const DigitMeans means(dataset);
  if (are_digits(dataset.classes) && has_enough(means))
    appearance.orientation = find_orientation(means, appearance.inverted ? -1 : 1);
  return appearance;
}

std::string_view name_of(Orientation orientation) {
  return names[static_cast<std::size_t>(orientation)];
}

bool labels_count_from_one(const Dataset& dataset) {
  const DigitMeans means(dataset);
  const double sign = is_inverted(dataset) ? -1 : 1;
  const auto upright = order_of(Orientation::upright);
  return has_enough(means) && sign * means.likeness(upright, 1) > sign * means.likeness(upright);
}

void invert(Dataset& dataset) {
  for (std::uint8_t& pixel : dataset.pixels) pixel = static_cast<std::uint8_t>(255 - pixel);
  dataset.inks.clear();
}

void transpose(Dataset& dataset) {
  for (auto image = dataset.pixels.begin(); image != dataset.pixels.end(); image += image_pixels) {
    for (int y = 0; y < image_side; ++y)
      for (int x = 0; x < y; ++x) std::swap(image[y * image_side + x], image[x * image_side + y]);
  }
  dataset.inks.clear();
}

}  // namespace inkling::data
