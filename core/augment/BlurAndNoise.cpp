#include "core/augment/BlurAndNoise.h"

#include <algorithm>
#include <array>
#include <numbers>

#include "core/base/Random.h"

namespace inkling::augment {

namespace {

/// Along 28 lines, `line` apart, of 28 pixels each, `step` apart.
void blur_lines(std::span<float, image_pixels> image, std::size_t line, std::size_t step, float side) {
  for (std::size_t index = 0; index < image_side; ++index) {
    float* pixels = image.data() + index * line;
    float before = 0;
    for (std::size_t place = 0; place < image_side; ++place) {
      const float here = pixels[place * step];
      const float after = place + 1 < image_side ? pixels[(place + 1) * step] : 0;
      pixels[place * step] = here + side * (before + after - 2 * here);
      before = here;
    }
  }
}

}  // namespace

void blur(std::span<float, image_pixels> image, float deviation) {
  const float side =
      deviation * deviation / 2;  // of weights side, 1 - 2 side and side, the variance is 2 side
  blur_lines(image, image_side, 1, side);
  blur_lines(image, 1, image_side, side);
}

void add_noise(std::span<float, image_pixels> image, float deviation, std::uint64_t seed) {
  // Even, not normal, over a range of that deviation: the same to a network.
  const float reach = deviation * std::numbers::sqrt3_v<float>;
  Random random(seed);
  for (float& pixel : image) pixel = std::clamp(pixel + random.uniform(-reach, reach), 0.0f, 1.0f);
}

}  // namespace inkling::augment
