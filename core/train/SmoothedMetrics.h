#pragma once

#include <cstdint>

#include "core/train/Trainer.h"

namespace inkling::train {

/// The running mean of the batches' loss and accuracy, the latest counting most: a batch alone says little.
/// The mean goes over about a twenty-fifth of an epoch.
class SmoothedMetrics {
 public:
  SmoothedMetrics() = default;

  /// As it was when smooth() gave this, after all the batches before.
  explicit SmoothedMetrics(const Progress& smoothed);

  /// Takes in what the trainer says after each slice; one of validation, in which no batch is learned from,
  /// moves nothing.
  void add(const Progress& progress);

  /// The progress with the means in place of the last batch's values; not numbers before the first.
  Progress smooth(Progress progress) const;

 private:
  double weight_ = 0, loss_ = 0, accuracy_ = 0;
  std::int64_t images_seen_ = 0;
};

/// Advances by up to `slices`, but not beyond a change of state: no end of an epoch is passed over, and a
/// batch and a slice of validation, which take unlike times, are never counted as one. The progress has the
/// means in `batches`, which take in every batch.
Progress advance(Trainer& trainer, int slices, SmoothedMetrics& batches);

}  // namespace inkling::train
