#include "core/augment/Augment.h"

#include <algorithm>
#include <cassert>
#include <cmath>

#include "core/augment/Affine.h"
#include "core/augment/BlurAndNoise.h"
#include "core/augment/Elastic.h"
#include "core/augment/PaddedImage.h"

namespace inkling::augment {

namespace {

Affine random_affine(const AugmentOptions& options, Random& random) {
  const auto within = [&random](float range) { return random.uniform(-range, range); };
  AffineParams params;
  params.degrees = within(options.rotation_degrees);
  params.scale = 1 + within(options.scale);
  params.aspect = 1 + within(options.aspect);
  params.shear = within(options.shear);
  params.right = within(options.shift_pixels);
  params.down = within(options.shift_pixels);
  return inverse_of(params);
}

/// Replaces each pixel by `change(pixel, left, right, above, below)`.
template <class Change>
void for_each_neighbourhood(std::span<float, image_pixels> image, Change change) {
  const Padded source(image);
  for (int y = 0; y < image_side; ++y) {
    const float *above = source.row(y - 1), *here = source.row(y), *below = source.row(y + 1);
    float* row = image.data() + y * image_side;
    for (int x = 0; x < image_side; ++x)
      row[x] = change(here[x], here[x - 1], here[x + 1], above[x], below[x]);
  }
}

/// A soft dilation: every edge moves outward by `share` of a pixel.
void widen(std::span<float, image_pixels> image, float share) {
  for_each_neighbourhood(image, [share](float here, float left, float right, float above, float below) {
    const float darkest = std::max(here, std::max(std::max(left, right), std::max(above, below)));
    return here + share * (darkest - here);
  });
}

/// How much of an edge pixel between two neighbours is taken away. The ridge of a thin stroke, darker than
/// both, is no edge: a plain erosion would fade the stroke out instead of narrowing it.
float edge(float here, float before, float after) {
  return std::max(std::min(here, std::max(before, after)) - std::min(before, after), 0.0f);
}

/// A soft erosion: every edge moves inward by `share` of a pixel.
void narrow(std::span<float, image_pixels> image, float share) {
  for_each_neighbourhood(image, [share](float here, float left, float right, float above, float below) {
    return here - share * std::max(edge(here, left, right), edge(here, above, below));
  });
}

void change_stroke_width(std::span<float, image_pixels> image, float by_pixels) {
  const float share = std::abs(by_pixels) / 2;  // a stroke has two edges
  by_pixels > 0 ? widen(image, share) : narrow(image, share);
}

}  // namespace

void augment(std::span<float, image_pixels> image, const AugmentOptions& options, Random& random) {
  assert(options.scale < 1 && options.aspect < 1 && options.stroke_pixels <= 2);
  const Affine map = random_affine(options, random);
  const float wider_by = random.uniform(-options.stroke_pixels, options.stroke_pixels);
  if (random.uniform() < options.stroke_chance) change_stroke_width(image, wider_by);
  transform(image, map, elastic(options.elastic_pixels, random));
  const float blurred_by = random.uniform(0, options.blur_pixels);
  const float noise = random.uniform(0, options.noise);
  const std::uint64_t noise_seed = random.next();
  if (blurred_by > 0) blur(image, blurred_by);
  if (noise > 0) add_noise(image, noise, noise_seed);
}

}  // namespace inkling::augment
