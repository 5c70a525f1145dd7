#include "core/data/SyntheticDigits.h"

#include <algorithm>
#include <cmath>

#include "core/data/DigitForms.h"
#include "core/ink/Render.h"
#include "core/ink/Smooth.h"

namespace inkling {

namespace {

constexpr float height = 100;

/// Pushes the pen off its way: the push fades by `kept` at each point and is renewed, so that neighbours go
/// astray together and curves stay curves.
Stroke strayed(Stroke stroke, float push, float kept, Random& random) {
  Point offset;
  for (Point& point : stroke) {
    offset = {kept * offset.x + push * random.normal(), kept * offset.y + push * random.normal()};
    point = {point.x + offset.x, point.y + offset.y};
  }
  return stroke;
}

/// How one drawing as a whole departs from the printed form.
struct Hand {
  float width, slant, bend, top_share, left_share, turn_cosine, turn_sine;

  explicit Hand(Random& random)
      : width(std::exp(0.17f * random.normal())),
        slant(0.12f + 0.17f * random.normal()),
        bend(0.05f * random.normal()),
        top_share(std::exp(0.12f * random.normal())),
        left_share(std::exp(0.1f * random.normal())) {
    const float turn = 0.07f * random.normal();
    turn_cosine = std::cos(turn);
    turn_sine = std::sin(turn);
  }

  /// Powers move the middle and leave the edges: a digit with a large or a small head.
  Point place(Point point) const {
    const float across = std::pow(std::clamp(point.x / height, 0.0f, 1.0f), left_share) - 0.5f;
    const float down = std::pow(std::clamp(point.y / height, 0.0f, 1.0f), top_share) - 0.5f;
    const float x = width * across - slant * down + bend * (4 * down * down - 1);
    return {height * (turn_cosine * x - turn_sine * down), height * (turn_sine * x + turn_cosine * down)};
  }
};

}  // namespace

Ink synthetic_digit(int label, Random& random) {
  constexpr float piece = 3;
  const auto forms = digit_forms(label);
  const Hand hand(random);
  Ink ink;
  for (const Stroke& form : forms[random.below(forms.size())]) {
    const Stroke sketched = strayed(form, 1.6f, 0.7f, random);
    Stroke curve = strayed(smooth(sketched, piece), 0.25f, 0.85f, random);  // the hand's tremor
    for (Point& point : curve) point = hand.place(point);
    ink.push_back(std::move(curve));
  }
  return ink;
}

Dataset synthetic_digits(std::size_t images, std::uint64_t seed) {
  Random random(seed, Purpose::synthetic);
  Dataset dataset;
  for (std::size_t image = 0; image < images; ++image) {
    dataset.labels.push_back(static_cast<std::uint8_t>(image % class_count));
  }
  random.shuffle(std::span(dataset.labels));
  dataset.pixels.reserve(images * image_pixels);
  for (const std::uint8_t label : dataset.labels) {
    const Ink ink = synthetic_digit(label, random);
    const auto image = render(ink, {.pen_share = random.uniform(0.07f, 0.16f)});
    dataset.pixels.insert(dataset.pixels.end(), image->begin(), image->end());
  }
  return dataset;
}

}  // namespace inkling
