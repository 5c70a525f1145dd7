// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/Result.h"
#include "core/cli/output/MetricsJson.h"
#include "core/cli/train/TrainArguments.h"
#include "core/distributed/Communicator.h"
#include "core/train/Trainer.h"

namespace inkling::cli {

/// What one call of run_training() has done.
struct TrainingRun {
  Json history = Json::array();  // epoch_json() of each epoch
  std::int64_t images = 0;       // trained on
  double seconds = 0;
  int signal = 0;  // that stopped it, or 0
};

/// Trains to the end, from the checkpoint if asked to resume, and prints the progress. With a checkpoint file
/// SIGINT and SIGTERM stop it after the current step, with its state saved.
Result<TrainingRun> run_training(train::Trainer& trainer, const TrainArguments& arguments,
                                 distributed::Communicator& communicator);

}  // namespace inkling::cli
