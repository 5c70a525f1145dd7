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

/// Trains a network slice by slice: each advance() is one batch, or one slice of validation. Whoever calls
/// decides on the pace: to pause is not to call, to stop is to let go. The same seed and data give the same
/// weights for any number of threads and processes.
///
/// Without validation images the weights kept are those of the last epoch.
class Trainer {
 public:
  /// Both subsets are labelled, `validation` with digits only; their data outlives the trainer, as do pool
  /// and communicator; `validation` may be empty.
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

  /// From the next step on the rate is the schedule's times this, until it is scaled anew.
  Status scale_rate(double scale);

  /// Whether `progress`, at the end of an epoch, is where this training ends: all epochs are through, or
  /// patience is.
  bool ends_at(const Progress& progress) const;

  /// The weights kept so far; before the end of the first epoch, those of the last step.
  std::span<const float> selected_weights() const;

  /// How the kept weights read the validation images; counts none where nothing is held out.
  const eval::Metrics& selected_validation() const { return selected_validation_; }

  /// How the last complete epoch's weights read each validation image, to look at while the training goes on;
  /// none before its end, and none of an epoch that began before restore().
  const eval::SampleScores& validation_scores() const { return validation_scores_; }

  /// A copy of all that has come out, between two slices.
  TrainingState state() const;

  /// Goes on from what state() of a trainer with the same network, data and options gave: bit for bit as that
  /// one would.
  void restore(TrainingState state);

 private:
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
