#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "core/augment/Augment.h"
#include "core/data/Dataset.h"

namespace inkling::data {

/// Some images of a dataset that somebody else owns and keeps.
struct Subset {
  const Dataset* dataset = nullptr;
  std::vector<std::uint32_t> indices;

  std::size_t size() const { return indices.size(); }
};

Subset whole(const Dataset& dataset);

struct BatchOptions {
  int size = 32;
  std::uint64_t seed = 1;
  std::optional<augment::AugmentOptions> augmentation;
};

/// A labelled subset cut into batches, in another order each epoch; the last batch may be smaller.
class Batches {
 public:
  Batches(const Subset& subset, const BatchOptions& options);

  /// Shuffles. Epochs count from 0 and may be started in any order: each has its own.
  void start_epoch(int epoch);

  int count() const;

  /// How many images batch `batch` has.
  int size(int batch) const;

  /// Puts image `position` of the batch into `floats`, augmented if so asked, one with an ink drawn anew for
  /// it, and returns its label. The same for the same seed, epoch and place, whatever was loaded before and
  /// on whatever thread.
  std::uint8_t load(int batch, int position, std::span<float, image_pixels> floats) const;

 private:
  const Subset* subset_;
  BatchOptions options_;
  int epoch_ = 0;
  std::vector<std::uint32_t> order_;  // indices into the dataset
};

}  // namespace inkling::data
