#include "core/io/Rasterise.h"

#include "core/ink/Render.h"

namespace inkling::io {

data::Dataset rasterise(std::span<const StrokeSample> samples) {
  data::Dataset dataset;
  dataset.pixels.reserve(samples.size() * image_pixels);
  for (const StrokeSample& sample : samples) {
    const DigitImage image = ink::render(sample.ink).value_or(DigitImage{});
    dataset.pixels.insert(dataset.pixels.end(), image.begin(), image.end());
    if (sample.label >= 0) dataset.labels.push_back(static_cast<std::uint8_t>(sample.label));
  }
  return dataset;
}

}  // namespace inkling::io
