#include "core/synthetic/Negatives.h"

#include <utility>

#include "core/ink/Render.h"
#include "core/synthetic/HandwritingStyle.h"
#include "core/synthetic/NoiseImage.h"
#include "core/synthetic/NonDigitTemplates.h"
#include "core/synthetic/PartialDigits.h"
#include "core/synthetic/Scribble.h"

namespace inkling::synthetic {

namespace {

ink::Ink sign(Random& random) {
  const auto forms = non_digit_templates();
  const HandwritingStyle hand(random);
  return hand.draw(forms[random.below(forms.size())], random);
}

Negative drawn(ink::Ink ink, Random& random) {
  const DigitImage image = *ink::render(ink, {.relative_pen_width = random.uniform(0.07f, 0.16f)});
  return {std::move(ink), image};
}

/// Of the paper one in three was touched by the pen.
Negative blank(Random& random) {
  if (random.below(3) == 0) return drawn({ink::Stroke(1)}, random);
  return {{}, paper_image(random)};
}

}  // namespace

std::string_view name_of(NegativeKind kind) {
  constexpr std::array<std::string_view, negative_kinds.size()> names = {"scribble",   "sign",  "two digits",
                                                                         "half digit", "noise", "blank"};
  return names[static_cast<std::size_t>(kind)];
}

Negative draw_negative(NegativeKind kind, Random& random) {
  switch (kind) {
    case NegativeKind::scribble:
      return drawn(scribble(random), random);
    case NegativeKind::sign:
      return drawn(sign(random), random);
    case NegativeKind::two_digits:
      return drawn(two_digits(random), random);
    case NegativeKind::half_digit:
      return drawn(half_digit(random), random);
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
  dataset.labels.assign(count, no_digit);
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
