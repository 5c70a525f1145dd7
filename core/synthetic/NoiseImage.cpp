#include "core/synthetic/NoiseImage.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

#include "core/augment/Elastic.h"

namespace inkling::synthetic {

namespace {

using Greys = std::array<float, image_pixels>;  // 0 is paper, 1 is ink; what is beyond counts as these

constexpr float side = image_side;

/// Calls `grey(x, y)` for each pixel.
template <class Grey>
Greys each_pixel(const Grey& grey) {
  Greys greys;
  for (int y = 0; y < image_side; ++y) {
    for (int x = 0; x < image_side; ++x)
      greys[y * image_side + x] = grey(static_cast<float>(x), static_cast<float>(y));
  }
  return greys;
}

DigitImage to_image(const Greys& greys, float strength) {
  DigitImage image;
  for (int pixel = 0; pixel < image_pixels; ++pixel)
    image[pixel] = static_cast<std::uint8_t>(255 * strength * std::clamp(greys[pixel], 0.0f, 1.0f));
  return image;
}

float any_angle(Random& random) {
  return random.uniform(0, 2 * std::numbers::pi_v<float>);
}

Greys grains(Random& random) {
  const float share = random.uniform(0.03f, 1);
  return each_pixel([&](float, float) { return random.uniform() < share ? random.uniform() : 0; });
}

Greys clouds(Random& random) {
  const Greys field = augment::elastic(1, random).x;
  const float middle = random.uniform(-0.2f, 0.6f), contrast = random.uniform(0.5f, 4);
  return each_pixel([&](float x, float y) {
    return middle + contrast * field[static_cast<std::size_t>(y) * image_side + static_cast<std::size_t>(x)];
  });
}

Greys blobs(Random& random) {
  Greys greys{};
  for (std::size_t left = 2 + random.below(5); left > 0; --left) {
    const float middle_x = random.uniform(0, side), middle_y = random.uniform(0, side);
    const float radius = random.uniform(1.5f, 7), dark = random.uniform(0.3f, 1.5f);
    const Greys blob = each_pixel([&](float x, float y) {
      const float away = std::hypot(x - middle_x, y - middle_y) / radius;
      return dark * std::exp(-away * away);
    });
    for (int pixel = 0; pixel < image_pixels; ++pixel) greys[pixel] += blob[pixel];
  }
  return greys;
}

/// Of which there are more than any digit has strokes.
Greys lines(Random& random) {
  Greys greys{};
  for (std::size_t left = 5 + random.below(5); left > 0; --left) {
    const float angle = any_angle(random), cosine = std::cos(angle), sine = std::sin(angle);
    const float through_x = random.uniform(0, side), through_y = random.uniform(0, side);
    const float reach = random.uniform(0.8f, 2);
    const Greys line = each_pixel([&](float x, float y) {
      return reach - std::abs(cosine * (x - through_x) + sine * (y - through_y));
    });
    for (int pixel = 0; pixel < image_pixels; ++pixel) greys[pixel] = std::max(greys[pixel], line[pixel]);
  }
  return greys;
}

Greys stripes(Random& random) {
  constexpr float narrowest = 3, widest = 9;  // so that three at the least cross the image
  const float angle = any_angle(random);
  const float waves = 2 * std::numbers::pi_v<float> / random.uniform(narrowest, widest);
  const float cosine = waves * std::cos(angle), sine = waves * std::sin(angle), begin = any_angle(random);
  const float sharp = random.uniform(0.5f, 3);
  return each_pixel([&](float x, float y) { return 0.5f + sharp * std::sin(cosine * x + sine * y + begin); });
}

/// From level paper to a slope from white to black.
Greys slope(Random& random) {
  const float angle = any_angle(random), steep = random.uniform(0, 1.5f) / side;
  const float cosine = steep * std::cos(angle), sine = steep * std::sin(angle),
              level = random.uniform(0.1f, 0.9f);
  return each_pixel(
      [&](float x, float y) { return level + cosine * (x - side / 2) + sine * (y - side / 2); });
}

}  // namespace

DigitImage noise_image(Random& random) {
  constexpr std::array kinds = {grains, clouds, blobs, lines, stripes, slope};
  const Greys greys = kinds[random.below(kinds.size())](random);
  return to_image(greys, random.uniform(0.3f, 1));
}

DigitImage paper_image(Random& random) {
  constexpr std::size_t most_specks = 5;
  DigitImage image{};
  for (std::size_t specks = random.below(most_specks + 1); specks > 0; --specks)
    image[random.below(image.size())] = static_cast<std::uint8_t>(1 + random.below(255));
  return image;
}

}  // namespace inkling::synthetic
