// SPDX-License-Identifier: MIT
#include "core/train/SmoothedMetrics.h"

#include <algorithm>
#include <cmath>

namespace inkling::train {

namespace {

constexpr double window_share = 1.0 / 25;  // of an epoch

double decay_per_batch(const Progress& progress) {
  return std::exp(-1 / std::max(1.0, progress.steps * window_share));
}

}  // namespace

SmoothedMetrics::SmoothedMetrics(const Progress& smoothed) : images_seen_(smoothed.images_seen) {
  const double batches = static_cast<double>(smoothed.epoch) * smoothed.steps + smoothed.step;
  if (batches == 0) return;
  const double decay = decay_per_batch(smoothed);
  weight_ = (1 - std::pow(decay, batches)) / (1 - decay);
  loss_ = smoothed.batch_loss * weight_;
  accuracy_ = smoothed.batch_accuracy * weight_;
}

void SmoothedMetrics::add(const Progress& progress) {
  if (progress.images_seen == images_seen_) return;
  images_seen_ = progress.images_seen;
  const double decay = decay_per_batch(progress);
  weight_ = weight_ * decay + 1;
  loss_ = loss_ * decay + progress.batch_loss;
  accuracy_ = accuracy_ * decay + progress.batch_accuracy;
}

Progress SmoothedMetrics::smooth(Progress progress) const {
  progress.batch_loss = loss_ / weight_;
  progress.batch_accuracy = accuracy_ / weight_;
  return progress;
}

Progress advance(Trainer& trainer, int slices, SmoothedMetrics& metrics) {
  const Progress::State state = trainer.progress().state;
  for (int slice = 0; slice < slices && trainer.progress().state == state; ++slice) {
    metrics.add(trainer.advance());
  }
  return metrics.smooth(trainer.progress());
}

}  // namespace inkling::train
