// SPDX-License-Identifier: MIT
#include "core/augment/ImageAugment.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <numbers>

#include "core/augment/PaddedImage.h"
#include "core/augment/Warp.h"

namespace inkling::augment {

namespace {

Rotation rotation_of(float degrees) {
  const float angle = degrees * std::numbers::pi_v<float> / 180;
  return {std::cos(angle), std::sin(angle)};
}

AffineMap random_map(const AugmentOptions& options, Random& random) {
  const auto within = [&random](float range) { return random.uniform(-range, range); };
  AffineParams params;
  params.rotation = rotation_of(within(options.rotation_degrees));
  params.scale = 1 + within(options.scale);
  params.aspect = 1 + within(options.aspect);
  params.shear = within(options.shear);
  params.shift_x = within(options.shift_pixels);
  params.shift_y = within(options.shift_pixels);
  return inverse_map(params);
}

/// Replaces each pixel by `filter(pixel, left, right, above, below)`.
template <class Filter>
void filter_neighbourhoods(std::span<float, image_pixels> image, Filter filter) {
  const PaddedImage source(image);
  for (int y = 0; y < image_side; ++y) {
    const float *above = source.row(y - 1), *here = source.row(y), *below = source.row(y + 1);
    float* row = image.data() + y * image_side;
    for (int x = 0; x < image_side; ++x)
      row[x] = filter(here[x], here[x - 1], here[x + 1], above[x], below[x]);
  }
}

/// Soft dilation: every edge moves outward by `share` of a pixel.
void dilate(std::span<float, image_pixels> image, float share) {
  filter_neighbourhoods(image, [share](float here, float left, float right, float above, float below) {
    const float darkest = std::max(here, std::max(std::max(left, right), std::max(above, below)));
    return here + share * (darkest - here);
  });
}

/// How much of a pixel between two neighbours an erosion may remove. A pixel darker than both is the ridge of
/// a thin stroke: plain erosion would fade that stroke instead of narrowing it.
float edge_height(float here, float before, float after) {
  return std::max(std::min(here, std::max(before, after)) - std::min(before, after), 0.0f);
}

/// Soft erosion: every edge moves inward by `share` of a pixel.
void erode(std::span<float, image_pixels> image, float share) {
  filter_neighbourhoods(image, [share](float here, float left, float right, float above, float below) {
    return here - share * std::max(edge_height(here, left, right), edge_height(here, above, below));
  });
}

void change_stroke_width(std::span<float, image_pixels> image, float by_pixels) {
  const float share = std::abs(by_pixels) / 2;  // a stroke has two edges
  by_pixels > 0 ? dilate(image, share) : erode(image, share);
}

/// Filters 28 lines, `line_stride` apart, of 28 pixels, `pixel_stride` apart, with {side, 1 - 2 side, side}.
void blur_lines(std::span<float, image_pixels> image, std::size_t line_stride, std::size_t pixel_stride,
                float side) {
  for (std::size_t line = 0; line < image_side; ++line) {
    float* pixels = image.data() + line * line_stride;
    float before = 0;
    for (std::size_t index = 0; index < image_side; ++index) {
      const float here = pixels[index * pixel_stride];
      const float after = index + 1 < image_side ? pixels[(index + 1) * pixel_stride] : 0;
      pixels[index * pixel_stride] = here + side * (before + after - 2 * here);
      before = here;
    }
  }
}

}  // namespace

void blur(std::span<float, image_pixels> image, float deviation_pixels) {
  const float side = deviation_pixels * deviation_pixels / 2;  // the kernel's variance is 2 side
  blur_lines(image, image_side, 1, side);
  blur_lines(image, 1, image_side, side);
}

void add_noise(std::span<float, image_pixels> image, float deviation, std::uint64_t seed) {
  const float range = deviation * std::numbers::sqrt3_v<float>;
  Random random(seed);
  for (float& pixel : image) pixel = std::clamp(pixel + random.uniform(-range, range), 0.0f, 1.0f);
}

void augment_image(std::span<float, image_pixels> image, const AugmentOptions& options, Random& random) {
  assert(options.scale < 1 && options.aspect < 1 && options.stroke_width_pixels <= 2);
  const AffineMap map = random_map(options, random);
  const float width_change = random.uniform(-options.stroke_width_pixels, options.stroke_width_pixels);
  if (random.uniform() < options.stroke_width_chance) change_stroke_width(image, width_change);
  warp(image, map, elastic_field(options.elastic_pixels, random));
  const float blur_deviation = random.uniform(0, options.blur_pixels);
  const float noise_deviation = random.uniform(0, options.noise);
  const std::uint64_t noise_seed = random.next();
  if (blur_deviation > 0) blur(image, blur_deviation);
  if (noise_deviation > 0) add_noise(image, noise_deviation, noise_seed);
}

}  // namespace inkling::augment
