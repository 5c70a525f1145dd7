// SPDX-License-Identifier: MIT
#include "core/picture/ColourImage.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>
#include <utility>

namespace inkling::picture {

namespace {

using Colour = std::array<double, 3>;

constexpr Colour luminance{0.299, 0.587, 0.114};

double dot(const Colour& a, const Colour& b) {
  return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
}

Colour colour_of(const std::uint8_t* pixel) {
  return {static_cast<double>(pixel[0]), static_cast<double>(pixel[1]), static_cast<double>(pixel[2])};
}

/// Black, or white where the visible pixels would hardly be seen on it or are most of the image.
std::uint8_t ground_of(const ColourImage& image) {
  constexpr double mostly_transparent = 0.5;
  double grey = 0, opacity = 0;
  for (std::size_t at = 0; at < image.pixels.size(); at += 4) {
    grey += image.pixels[at + 3] * dot(luminance, colour_of(&image.pixels[at]));
    opacity += image.pixels[at + 3];
  }
  const bool transparent =
      opacity < 255 * (1 - mostly_transparent) * static_cast<double>(image.pixels.size()) / 4;
  return transparent && grey > 127.5 * opacity ? 0 : 255;
}

void lay_on(ColourImage& image, std::uint8_t ground) {
  for (std::size_t at = 0; at < image.pixels.size(); at += 4) {
    const int alpha = image.pixels[at + 3];
    if (alpha == 255) continue;
    for (std::size_t channel = at; channel < at + 3; ++channel)
      image.pixels[channel] =
          static_cast<std::uint8_t>((image.pixels[channel] * alpha + ground * (255 - alpha) + 127) / 255);
  }
}

bool has_transparency(const ColourImage& image) {
  for (std::size_t at = 3; at < image.pixels.size(); at += 4) {
    if (image.pixels[at] != 255) return true;
  }
  return false;
}

/// How the colours are spread: their mean and their covariance.
struct Spread {
  Colour mean{};
  std::array<Colour, 3> covariance{};

  explicit Spread(const ColourImage& image) {
    const std::size_t count = image.pixels.size() / 4, step = 4 * (1 + count / 100'000);
    std::array<Colour, 3> products{};
    double samples = 0;
    for (std::size_t at = 0; at < image.pixels.size(); at += step, ++samples) {
      const Colour colour = colour_of(&image.pixels[at]);
      for (std::size_t i = 0; i < 3; ++i) {
        mean[i] += colour[i];
        for (std::size_t j = 0; j < 3; ++j) products[i][j] += colour[i] * colour[j];
      }
    }
    for (double& channel : mean) channel /= std::max(1.0, samples);
    for (std::size_t i = 0; i < 3; ++i) {
      for (std::size_t j = 0; j < 3; ++j)
        covariance[i][j] = products[i][j] / std::max(1.0, samples) - mean[i] * mean[j];
    }
  }

  double variance(const Colour& direction) const { return dot(direction, times(direction)); }

  /// The direction of the largest variance, by power iteration.
  Colour main_direction() const {
    Colour direction{0.8, 0.5, -0.33};
    for (int step = 0; step < 50; ++step) {
      const Colour next = times(direction);
      const double length = std::sqrt(dot(next, next));
      if (length < 1e-9) break;
      for (std::size_t i = 0; i < 3; ++i) direction[i] = next[i] / length;
    }
    return direction;
  }

 private:
  Colour times(const Colour& direction) const {
    return {dot(covariance[0], direction), dot(covariance[1], direction), dot(covariance[2], direction)};
  }
};

GreyImage project(const ColourImage& image, const Colour& direction, double offset) {
  GreyImage grey = GreyImage::black(image.width, image.height);
  for (std::size_t pixel = 0; pixel < grey.pixels.size(); ++pixel) {
    const double value = dot(direction, colour_of(&image.pixels[4 * pixel])) + offset;
    grey.pixels[pixel] = static_cast<std::uint8_t>(std::clamp(std::lround(value), 0l, 255l));
  }
  return grey;
}

GreyImage luminance_of(const ColourImage& image) {
  GreyImage grey = GreyImage::black(image.width, image.height);
  for (std::size_t pixel = 0; pixel < grey.pixels.size(); ++pixel) {
    const std::uint8_t* colour = &image.pixels[4 * pixel];
    grey.pixels[pixel] =
        static_cast<std::uint8_t>((299 * colour[0] + 587 * colour[1] + 114 * colour[2] + 500) / 1000);
  }
  return grey;
}

}  // namespace

std::optional<ColourImage> make_colour_image(int width, int height, std::vector<std::uint8_t> pixels) {
  if (width <= 0 || height <= 0) return std::nullopt;
  if (pixels.size() % 4 != 0 ||
      std::uint64_t{pixels.size() / 4} != static_cast<std::uint64_t>(std::int64_t{width} * height))
    return std::nullopt;
  return ColourImage{width, height, std::move(pixels)};
}

GreyImage to_grey(const ColourImage& image) {
  constexpr double min_luminance_share = 0.08, min_variance = 16;
  if (has_transparency(image)) {
    ColourImage opaque = image;
    lay_on(opaque, ground_of(image));
    for (std::size_t at = 3; at < opaque.pixels.size(); at += 4) opaque.pixels[at] = 255;
    return to_grey(opaque);
  }
  const Spread spread(image);
  Colour direction = spread.main_direction();
  const double variance = spread.variance(direction);
  if (variance < min_variance || spread.variance(luminance) >= min_luminance_share * variance)
    return luminance_of(image);
  if (dot(direction, luminance) < 0) {
    for (double& channel : direction) channel = -channel;
  }
  return project(image, direction, 127.5 - dot(direction, spread.mean));
}

ColourImage oriented(ColourImage image, int orientation) {
  if (orientation < 2 || orientation > 8) return image;
  const bool turned = orientation >= 5;
  ColourImage result =
      ColourImage::blank(turned ? image.height : image.width, turned ? image.width : image.height);
  const int last_x = image.width - 1, last_y = image.height - 1;
  for (int y = 0; y < result.height; ++y) {
    for (int x = 0; x < result.width; ++x) {
      const int along = turned ? y : x, across = turned ? x : y;
      const bool flip_x = orientation == 2 || orientation == 3 || orientation == 7 || orientation == 8;
      const bool flip_y = orientation == 3 || orientation == 4 || orientation == 6 || orientation == 7;
      const int from_x = flip_x ? last_x - along : along, from_y = flip_y ? last_y - across : across;
      std::memcpy(result.row(y) + 4 * x, image.row(from_y) + 4 * from_x, 4);
    }
  }
  return result;
}

}  // namespace inkling::picture
