#include "core/data/Augment.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <cmath>
#include <numbers>

#include "core/data/Blemish.h"
#include "core/data/Elastic.h"

namespace inkling {

namespace {

/// A copy of the image in a margin of paper, so that no neighbour needs a test for the edge.
struct Padded {
  static constexpr int stride = 32;
  static constexpr int margin = 1;  // to the left and above; 3 to the right and below
  std::array<float, stride * stride> pixels{};

  explicit Padded(std::span<const float, image_pixels> image) {
    for (int y = 0; y < image_side; ++y) std::copy_n(image.data() + y * image_side, image_side, row(y));
  }
  float* row(int y) { return pixels.data() + (y + margin) * stride + margin; }
  const float* row(int y) const { return pixels.data() + (y + margin) * stride + margin; }
};

/// Where a pixel of the result comes from: column xx x + xy y + x0 and row yx x + yy y + y0 of the source.
struct Affine {
  float xx, xy, x0;
  float yx, yy, y0;
};

/// The inverse of: scale, shear, rotate about the middle, shift.
Affine random_affine(const AugmentOptions& options, Random& random) {
  const auto within = [&random](float range) { return random.uniform(-range, range); };
  const float angle = within(options.rotation_degrees) * std::numbers::pi_v<float> / 180;
  const float scale = 1 + within(options.scale), aspect = 1 + within(options.aspect);
  const float shear = within(options.shear);
  constexpr float middle = (image_side - 1) / 2.0f;
  const float middle_x = middle + within(options.shift_pixels),
              middle_y = middle + within(options.shift_pixels);

  const float cosine = std::cos(angle), sine = std::sin(angle);
  const float shrink_x = 1 / (scale * aspect), shrink_y = aspect / scale;
  Affine map{};
  map.xx = (cosine + shear * sine) * shrink_x;
  map.xy = (sine - shear * cosine) * shrink_x;
  map.yx = -sine * shrink_y;
  map.yy = cosine * shrink_y;
  map.x0 = middle - map.xx * middle_x - map.xy * middle_y;
  map.y0 = middle - map.yx * middle_x - map.yy * middle_y;
  return map;
}

/// Samples bilinearly. Rows and columns are counted in the padded copy, where the margin makes them positive;
/// whatever lies further out is paper like the margin.
void transform(std::span<float, image_pixels> image, const Affine& map, const Displacement& bent) {
  const Padded source(image);
  const float* pixels = source.pixels.data();
  constexpr float furthest = image_side + Padded::margin;
  for (int y = 0; y < image_side; ++y) {
    const float start_x = map.xy * static_cast<float>(y) + map.x0 + Padded::margin;
    const float start_y = map.yy * static_cast<float>(y) + map.y0 + Padded::margin;
    float* row = image.data() + y * image_side;
    const float *off_x = bent.x.data() + y * image_side, *off_y = bent.y.data() + y * image_side;
    for (int x = 0; x < image_side; ++x) {
      const float from_x =
          std::min(std::max(map.xx * static_cast<float>(x) + start_x + off_x[x], 0.0f), furthest);
      const float from_y =
          std::min(std::max(map.yx * static_cast<float>(x) + start_y + off_y[x], 0.0f), furthest);
      const int column = static_cast<int>(from_x), line = static_cast<int>(from_y);
      const float right = from_x - static_cast<float>(column), below = from_y - static_cast<float>(line);
      const int corner = line * Padded::stride + column;
      const float upper_left = pixels[corner], upper_right = pixels[corner + 1];
      const float lower_left = pixels[corner + Padded::stride],
                  lower_right = pixels[corner + Padded::stride + 1];
      const float upper = upper_left + right * (upper_right - upper_left);
      const float lower = lower_left + right * (lower_right - lower_left);
      row[x] = upper + below * (lower - upper);
    }
  }
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

}  // namespace inkling
