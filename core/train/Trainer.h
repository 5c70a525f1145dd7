// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "core/base/Result.h"
#include "core/base/ThreadPool.h"
#include "core/data/Batches.h"
#include "core/distributed/Communicator.h"
#include "core/distributed/DataParallelGradient.h"
#include "core/eval/BatchInference.h"
#include "core/eval/Metrics.h"
#include "core/eval/SampleScores.h"
#include "core/optim/WeightEma.h"
#include "core/train/TrainingOptions.h"
#include "core/train/TrainingState.h"

namespace inkling::train {

/// Trains a network in slices: each advance() is one batch, or one slice of validation. The caller sets the
/// pace: to pause, it stops calling; to stop, it destroys the trainer. The same seed and data give the same
/// weights for any number of threads and processes.
class Trainer {
 public:
  /// Both subsets are labelled, and `validation` has images of the classes only; it may be empty. The network
  /// has an output for each class. Their dataset, the pool and the communicator must outlive the trainer.
  Trainer(nn::Network network, data::Subset training, data::Subset validation, const TrainingOptions& options,
          ThreadPool& pool, distributed::Communicator& communicator = distributed::single_process());
  Trainer(const Trainer&) = delete;
  Trainer& operator=(const Trainer&) = delete;

  const Progress& advance();
  const Progress& progress() const { return progress_; }
  bool running() const;

  const nn::Network& network() const { return network_; }
  const data::Subset& training() const { return training_; }
  const data::Subset& validation() const { return validation_; }
  const TrainingOptions& options() const { return options_; }

  /// Multiplies the schedule's rate by this from the next step on, until the next call.
  Status scale_rate(double scale);

  /// Whether training ends at `progress`, the end of an epoch: all epochs are done, or patience has run out.
  bool ends_at(const Progress& progress) const;

  /// The weights of the epoch that options().selection selects; the current ones before the first epoch ends,
  /// and the last epoch's where nothing is held out.
  std::span<const float> selected_weights() const;

  /// The selected weights' metrics on the validation images; empty where nothing is held out.
  const eval::Metrics& selected_validation() const { return selected_validation_; }

  /// How the last complete epoch's weights read each validation image. Empty before the first, and for an
  /// epoch that began before restore().
  const eval::SampleScores& validation_scores() const { return validation_scores_; }

  /// A copy of the whole state, between two slices.
  TrainingState state() const;

  /// Continues from the state() of a trainer with the same network, data and options, bit for bit.
  void restore(TrainingState state);

 private:
  eval::Metrics no_metrics() const { return eval::Metrics(network_.output().size()); }
  void train_batch();
  void validate_slice();
  void end_epoch();
  void fail_by_divergence();
  std::span<const float> current_weights() const;
  bool better(const eval::Metrics& metrics) const;

  nn::Network network_;
  data::Subset training_, validation_;
  TrainingOptions options_;
  ThreadPool* pool_;
  data::Batches batches_;
  distributed::DataParallelGradient gradient_;
  eval::BatchInference evaluation_;
  AlignedVector<float> weights_;
  optim::Optimiser optimiser_;
  optim::WeightEma average_;
  AlignedVector<float> epoch_start_weights_;
  AlignedVector<float> selected_weights_;
  eval::Metrics selected_validation_, epoch_validation_;
  eval::SampleScores validation_scores_, epoch_scores_;
  nn::LossSum epoch_training_;
  std::size_t validated_ = 0;
  Progress progress_;
};

}  // namespace inkling::train
