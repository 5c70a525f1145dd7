// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "core/augment/AugmentOptions.h"
#include "core/data/Dataset.h"

namespace inkling::data {

/// Some images of a dataset. The dataset must outlive the subset.
struct Subset {
  const Dataset* dataset = nullptr;
  std::vector<std::uint32_t> indices;

  std::size_t size() const { return indices.size(); }
};

/// All images.
Subset whole(const Dataset& dataset);

/// The images that show none of the classes.
Subset without_class(const Dataset& dataset);

struct BatchOptions {
  int size = 32;
  std::uint64_t seed = 1;
  std::optional<augment::AugmentOptions> augmentation;
};

/// A labelled subset in batches, shuffled differently in each epoch. The last batch may be smaller.
class Batches {
 public:
  Batches(const Subset& subset, const BatchOptions& options);

  /// Shuffles. Epochs count from 0 and can be started in any order.
  void start_epoch(int epoch);

  int count() const;

  /// The number of images in a batch.
  int size(int batch) const;

  /// Loads an image of a batch into `floats` and returns its label. With augmentation, an image with known
  /// strokes is rendered again. The result depends only on seed, epoch, batch and position, not on the thread
  /// or on earlier calls.
  std::uint8_t load(int batch, int position, std::span<float, image_pixels> floats) const;

 private:
  const Subset* subset_;
  BatchOptions options_;
  bool digits_;  // some have other forms, see augment::redraw_strokes()
  int epoch_ = 0;
  std::vector<std::uint32_t> order_;  // indices into the dataset
};

}  // namespace inkling::data
