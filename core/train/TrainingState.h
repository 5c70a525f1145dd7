#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <string>

#include "core/base/AlignedVector.h"
#include "core/eval/Metrics.h"
#include "core/nn/Loss.h"
#include "core/optim/Optimiser.h"

namespace inkling::train {

/// Where a training is. The same names go through to the page's charts.
struct Progress {
  enum class State { training, validating, finished, failed };

  State state = State::training;
  int epoch = 0;  // how many are complete
  int epochs = 0;
  int step = 0;  // how many batches of the current epoch are done
  int steps = 0;
  std::int64_t images_seen = 0;  // in all, for the speed
  double learning_rate = 0;
  double rate_scale = 1;                            // of the schedule's rate, from the next step on
  double batch_loss = 0, batch_accuracy = 0;        // of the last batch's digits
  double training_loss = 0, training_accuracy = 0;  // over the last complete epoch's, as its batches went by
  // After it; not a number before the first, and where nothing is held out.
  double validation_loss = std::numeric_limits<double>::quiet_NaN();
  double validation_accuracy = std::numeric_limits<double>::quiet_NaN();
  int best_epoch = 0;   // the one, counted from 1, whose weights are kept
  std::string message;  // why it failed
};

/// All that a training has come to. Its network, data and options are not in it: with the same ones it goes
/// on from here as if it had never stopped. Random numbers have no state: each use draws from a stream of its
/// own, found by epoch, batch and image.
struct TrainingState {
  Progress progress;
  AlignedVector<float> weights;
  optim::Optimiser::State optimiser;
  AlignedVector<float> average;              // of the weights over the steps
  AlignedVector<float> epoch_start_weights;  // what is left where an epoch ruins the weights
  AlignedVector<float> selected_weights;     // none before the end of the first epoch
  eval::Metrics selected_validation, epoch_validation;
  nn::LossSum epoch_training;
  std::size_t validated = 0;  // images of validation read in this epoch
};

}  // namespace inkling::train
