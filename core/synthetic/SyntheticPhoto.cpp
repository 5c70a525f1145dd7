#include "core/synthetic/SyntheticPhoto.h"

#include <algorithm>
#include <cmath>

#include "core/ink/Ink.h"
#include "core/ink/StrokeRaster.h"

namespace inkling::synthetic {

namespace {

/// The ink alone, 0 is paper: 32 to 120 pixels high with a margin of a third to all of that.
picture::GreyImage drawn(const SyntheticNumber& number, Random& random) {
  const ink::Bounds bounds = ink::bounds_of(number.ink);
  const float height = random.uniform(32, 120), margin = random.uniform(0.35f, 1) * height;
  const auto scale = static_cast<float>(height / std::max(bounds.height(), bounds.width() / 10));
  const auto pixels = [&](double length) { return static_cast<int>(std::ceil(length * scale + 2 * margin)); };
  picture::GreyImage picture = picture::GreyImage::black(pixels(bounds.width()), pixels(bounds.height()));
  const float radius = number.pen * scale / 2;
  const ink::Canvas canvas{picture.pixels.data(), picture.width, picture.height};
  for (ink::Stroke stroke : number.ink) {
    for (ink::Point& point : stroke)
      point = {static_cast<float>(point.x - bounds.left) * scale,
               static_cast<float>(point.y - bounds.top) * scale};
    const auto repeated = std::unique(stroke.begin(), stroke.end(), [](ink::Point a, ink::Point b) {
      return std::hypot(a.x - b.x, a.y - b.y) < 0.01f;
    });
    stroke.erase(repeated, stroke.end());
    ink::draw_stroke(canvas, ink::smooth(stroke, 2), {margin, margin}, radius);
  }
  return picture;
}

/// Lines printed across the page, fainter than ink.
void rule(picture::GreyImage& picture, Random& random) {
  const int apart = picture.height / (2 + static_cast<int>(random.below(3)));
  const auto grey = static_cast<std::uint8_t>(random.uniform(90, 160));
  for (int y = static_cast<int>(random.below(static_cast<std::size_t>(apart))); y < picture.height;
       y += apart) {
    for (int x = 0; x < picture.width; ++x) picture.at(x, y) = std::max(picture.at(x, y), grey);
  }
}

/// Paper of one grey and ink of another, under light that falls off to one side.
picture::GreyImage lit(const picture::GreyImage& ink, Random& random) {
  const bool chalk = random.below(2) == 0;
  const float paper = chalk ? random.uniform(30, 90) : random.uniform(150, 235);
  const float contrast = (chalk ? 1.0f : -1.0f) * random.uniform(60, 120);
  const float across = random.uniform(-0.3f, 0.3f), down = random.uniform(-0.3f, 0.3f),
              grain = random.uniform(1, 8);
  picture::GreyImage picture = picture::GreyImage::black(ink.width, ink.height);
  for (int y = 0; y < ink.height; ++y) {
    for (int x = 0; x < ink.width; ++x) {
      const float light = 1 + across * (static_cast<float>(x) / static_cast<float>(ink.width) - 0.5f) +
                          down * (static_cast<float>(y) / static_cast<float>(ink.height) - 0.5f);
      const float grey =
          (paper + contrast * static_cast<float>(ink.at(x, y)) / 255) * light + grain * random.normal();
      picture.at(x, y) = static_cast<std::uint8_t>(std::clamp(grey, 0.0f, 255.0f));
    }
  }
  return picture;
}

}  // namespace

picture::GreyImage synthetic_photo(const SyntheticNumber& number, Random& random) {
  picture::GreyImage picture = drawn(number, random);
  if (random.below(4) == 0) rule(picture, random);
  return lit(picture, random);
}

}  // namespace inkling::synthetic
