// SPDX-License-Identifier: MIT
#include "core/data/AugmentPreview.h"

#include <algorithm>
#include <array>

#include "core/data/Batches.h"

namespace inkling::data {

namespace {

using Pixels = std::vector<std::uint8_t>;

/// Appends the dataset's only image as it is augmented in each epoch.
void append_variants(Pixels& pixels, const Dataset& dataset, int variants, const BatchOptions& options) {
  const Subset subset = whole(dataset);
  Batches batches(subset, options);
  for (int epoch = 0; epoch < variants; ++epoch) {
    std::array<float, image_pixels> floats;
    batches.start_epoch(epoch);
    batches.load(0, 0, floats);
    DigitImage bytes;
    to_bytes(floats, bytes);
    pixels.insert(pixels.end(), bytes.begin(), bytes.end());
  }
}

}  // namespace

Pixels augment_preview(const Dataset& dataset, std::size_t images, int variants,
                       const augment::AugmentOptions& options, std::uint64_t seed) {
  Pixels pixels;
  for (std::uint32_t index = 0; index < std::min(images, dataset.size()); ++index) {
    Dataset one = select(dataset, std::array{index});
    one.labels.assign(1, 0);  // Batches needs a label
    pixels.insert(pixels.end(), one.pixels.begin(), one.pixels.end());
    append_variants(pixels, one, variants, {.size = 1, .seed = seed + index, .augmentation = options});
  }
  return pixels;
}

}  // namespace inkling::data
