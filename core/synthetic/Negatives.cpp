// SPDX-License-Identifier: MIT
#include "core/synthetic/Negatives.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <utility>

#include "core/augment/Warp.h"
#include "core/ink/Render.h"
#include "core/synthetic/NegativeInk.h"

namespace inkling::synthetic {

namespace {

using GreyValues = std::array<float, image_pixels>;  // 0 is paper, 1 is ink; clamped to that range

constexpr float side = image_side;

/// The value of `grey(x, y)` for every pixel.
template <class Grey>
GreyValues grey_values(const Grey& grey) {
  GreyValues greys;
  for (int y = 0; y < image_side; ++y) {
    for (int x = 0; x < image_side; ++x)
      greys[y * image_side + x] = grey(static_cast<float>(x), static_cast<float>(y));
  }
  return greys;
}

DigitImage to_image(const GreyValues& greys, float strength) {
  DigitImage image;
  for (int pixel = 0; pixel < image_pixels; ++pixel)
    image[pixel] = static_cast<std::uint8_t>(255 * strength * std::clamp(greys[pixel], 0.0f, 1.0f));
  return image;
}

float random_angle(Random& random) {
  return random.uniform(0, 2 * std::numbers::pi_v<float>);
}

GreyValues grains(Random& random) {
  const float share = random.uniform(0.03f, 1);
  return grey_values([&](float, float) { return random.uniform() < share ? random.uniform() : 0; });
}

GreyValues clouds(Random& random) {
  const GreyValues field = augment::elastic_field(1, random).x;
  const float mean = random.uniform(-0.2f, 0.6f), contrast = random.uniform(0.5f, 4);
  return grey_values([&](float x, float y) {
    return mean + contrast * field[static_cast<std::size_t>(y) * image_side + static_cast<std::size_t>(x)];
  });
}

GreyValues blobs(Random& random) {
  GreyValues greys{};
  for (std::size_t remaining = 2 + random.below(5); remaining > 0; --remaining) {
    const float centre_x = random.uniform(0, side), centre_y = random.uniform(0, side);
    const float radius = random.uniform(1.5f, 7), darkness = random.uniform(0.3f, 1.5f);
    const GreyValues blob = grey_values([&](float x, float y) {
      const float distance = std::hypot(x - centre_x, y - centre_y) / radius;
      return darkness * std::exp(-distance * distance);
    });
    for (int pixel = 0; pixel < image_pixels; ++pixel) greys[pixel] += blob[pixel];
  }
  return greys;
}

/// More lines than any digit has strokes.
GreyValues lines(Random& random) {
  GreyValues greys{};
  for (std::size_t remaining = 5 + random.below(5); remaining > 0; --remaining) {
    const float angle = random_angle(random), cosine = std::cos(angle), sine = std::sin(angle);
    const float through_x = random.uniform(0, side), through_y = random.uniform(0, side);
    const float half_width = random.uniform(0.8f, 2);
    const GreyValues line = grey_values([&](float x, float y) {
      return half_width - std::abs(cosine * (x - through_x) + sine * (y - through_y));
    });
    for (int pixel = 0; pixel < image_pixels; ++pixel) greys[pixel] = std::max(greys[pixel], line[pixel]);
  }
  return greys;
}

GreyValues stripes(Random& random) {
  constexpr float min_wavelength = 3, max_wavelength = 9;  // at least three stripes cross the image
  const float angle = random_angle(random);
  const float waves = 2 * std::numbers::pi_v<float> / random.uniform(min_wavelength, max_wavelength);
  const float cosine = waves * std::cos(angle), sine = waves * std::sin(angle), phase = random_angle(random);
  const float sharpness = random.uniform(0.5f, 3);
  return grey_values(
      [&](float x, float y) { return 0.5f + sharpness * std::sin(cosine * x + sine * y + phase); });
}

/// From a flat grey to a gradient from white to black.
GreyValues gradient(Random& random) {
  const float angle = random_angle(random), steepness = random.uniform(0, 1.5f) / side;
  const float cosine = steepness * std::cos(angle), sine = steepness * std::sin(angle),
              level = random.uniform(0.1f, 0.9f);
  return grey_values(
      [&](float x, float y) { return level + cosine * (x - side / 2) + sine * (y - side / 2); });
}

/// An image that no pen made: grain, clouds, blobs, lines across the image, stripes or a gradient.
DigitImage noise_image(Random& random) {
  constexpr std::array generators = {grains, clouds, blobs, lines, stripes, gradient};
  const GreyValues greys = generators[random.below(generators.size())](random);
  return to_image(greys, random.uniform(0.3f, 1));
}

/// Paper, blank or with a few specks of dirt.
DigitImage paper_image(Random& random) {
  constexpr std::size_t max_specks = 5;
  DigitImage image{};
  for (std::size_t specks = random.below(max_specks + 1); specks > 0; --specks)
    image[random.below(image.size())] = static_cast<std::uint8_t>(1 + random.below(255));
  return image;
}

Negative rendered(ink::Ink ink, Random& random) {
  const DigitImage image = *ink::render(ink, {.relative_pen_width = random.uniform(0.07f, 0.16f)});
  return {std::move(ink), image};
}

/// One in three has a dot where the pen touched the paper.
Negative blank(Random& random) {
  if (random.below(3) == 0) return rendered({ink::Stroke(1)}, random);
  return {{}, paper_image(random)};
}

}  // namespace

std::string_view name_of(NegativeKind kind) {
  constexpr std::array<std::string_view, negative_kinds.size()> names = {"scribble",   "symbol", "two digits",
                                                                         "half digit", "noise",  "blank"};
  return names[static_cast<std::size_t>(kind)];
}

Negative draw_negative(NegativeKind kind, Random& random) {
  switch (kind) {
    case NegativeKind::scribble:
      return rendered(scribble(random), random);
    case NegativeKind::symbol:
      return rendered(symbol(random), random);
    case NegativeKind::two_digits:
      return rendered(two_digits(random), random);
    case NegativeKind::half_digit:
      return rendered(half_digit(random), random);
    case NegativeKind::noise:
      return {{}, noise_image(random)};
    case NegativeKind::blank:
      break;
  }
  return blank(random);
}

NegativeKind negative_kind(std::size_t index) {
  return negative_kinds[index % negative_kinds.size()];
}

data::Dataset synthetic_negatives(std::size_t count, std::uint64_t seed) {
  data::Dataset dataset;
  dataset.pixels.reserve(count * image_pixels);
  dataset.labels.assign(count, no_class);
  dataset.inks.reserve(count);
  for (std::size_t index = 0; index < count; ++index) {
    Random random(seed, Purpose::negatives, index);
    Negative negative = draw_negative(negative_kind(index), random);
    dataset.pixels.insert(dataset.pixels.end(), negative.image.begin(), negative.image.end());
    dataset.inks.push_back(std::move(negative.ink));
  }
  return dataset;
}

}  // namespace inkling::synthetic
