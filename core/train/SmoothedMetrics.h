// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>

#include "core/train/Trainer.h"

namespace inkling::train {

/// Exponential moving average of the batches' loss and accuracy over about a twenty-fifth of an epoch, for
/// charts: a single batch is too noisy. Corrects the bias of the first batches as Adam does.
class SmoothedMetrics {
 public:
  SmoothedMetrics() = default;

  /// Continues from what smooth() returned.
  explicit SmoothedMetrics(const Progress& smoothed);

  /// Adds the last batch. Does nothing if no image was trained on since the last call.
  void add(const Progress& progress);

  /// The progress with the averages for the last batch's loss and accuracy; NaN before the first batch.
  Progress smooth(Progress progress) const;

 private:
  double weight_ = 0, loss_ = 0, accuracy_ = 0;
  std::int64_t images_seen_ = 0;
};

/// Advances by up to `slices`, but stops at a change of state. So no end of an epoch is skipped, and batches
/// and slices of validation, which take different times, are never mixed. Adds every batch to `metrics` and
/// returns the smoothed progress.
Progress advance(Trainer& trainer, int slices, SmoothedMetrics& metrics);

}  // namespace inkling::train
