// SPDX-License-Identifier: MIT
#include "core/synthetic/SyntheticDigits.h"

#include "core/ink/Render.h"
#include "core/synthetic/HandwritingStyle.h"
#include "core/synthetic/Templates.h"

namespace inkling::synthetic {

ink::Ink synthetic_digit(int digit, Random& random) {
  const auto templates = digit_templates(digit);
  const HandwritingStyle style(random);
  return style.write(templates[random.below(templates.size())], random);
}

data::Dataset synthetic_digits(std::size_t images, std::uint64_t seed) {
  Random random(seed, Purpose::synthetic);
  data::Dataset dataset;
  for (std::size_t image = 0; image < images; ++image) {
    dataset.labels.push_back(static_cast<std::uint8_t>(image % digit_count));
  }
  random.shuffle(std::span(dataset.labels));
  dataset.pixels.reserve(images * image_pixels);
  for (const std::uint8_t label : dataset.labels) {
    const ink::Ink ink = synthetic_digit(label, random);
    const auto image = ink::render(ink, {.relative_pen_width = random.uniform(0.07f, 0.16f)});
    dataset.pixels.insert(dataset.pixels.end(), image->begin(), image->end());
  }
  return dataset;
}

}  // namespace inkling::synthetic
