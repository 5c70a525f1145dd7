// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>
#include <string>

#include "core/base/AlignedVector.h"
#include "core/eval/Metrics.h"
#include "core/nn/Loss.h"
#include "core/optim/Optimiser.h"

namespace inkling::train {

/// The progress of a training run. The page's charts use the same names.
struct Progress {
  enum class State { training, validating, finished, failed };

  State state = State::training;
  int epoch = 0;  // completed epochs
  int epochs = 0;
  int step = 0;  // completed batches of the current epoch
  int steps = 0;
  std::int64_t images_seen = 0;                     // in all epochs
  double learning_rate = 0;                         // of the last step
  double rate_scale = 1;                            // of the schedule's rate, from the next step on
  double batch_loss = 0, batch_accuracy = 0;        // over the digits of the last batch
  double training_loss = 0, training_accuracy = 0;  // over the last complete epoch's batches
  // After the last complete epoch; NaN before the first and without held-out images.
  double validation_loss = std::numeric_limits<double>::quiet_NaN();
  double validation_accuracy = std::numeric_limits<double>::quiet_NaN();
  int best_epoch = 0;   // the epoch, from 1, whose weights are selected
  std::string message;  // why it failed
};

/// The whole state of a training run except its network, data and options. With the same ones it continues
/// from here as if it had never stopped. Random numbers need no state: each use has its own stream,
/// determined by epoch, batch and image.
struct TrainingState {
  Progress progress;
  AlignedVector<float> weights;
  optim::Optimiser::State optimiser;
  AlignedVector<float> average;              // moving average of the weights
  AlignedVector<float> epoch_start_weights;  // the fallback if an epoch diverges
  AlignedVector<float> selected_weights;     // "kept" in checkpoints; empty before the first epoch ends
  eval::Metrics selected_validation, epoch_validation;
  nn::LossSum epoch_training;
  std::size_t validated = 0;  // validation images read in this epoch
};

inline bool all_finite(std::span<const float> values) {
  return std::ranges::all_of(values, [](float value) { return std::isfinite(value); });
}

}  // namespace inkling::train
