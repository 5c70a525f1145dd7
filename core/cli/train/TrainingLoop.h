#pragma once

#include "core/base/Result.h"
#include "core/cli/output/Json.h"
#include "core/cli/train/Arguments.h"
#include "core/distributed/Communicator.h"
#include "core/train/Trainer.h"

namespace inkling::cli {

/// How a training went while it ran.
struct TrainingLoop {
  Json history = Json::array();  // of the epochs that ended
  std::int64_t images = 0;       // gone through
  double seconds = 0;
  int signal = 0;  // what stopped it before its end, or 0
};

/// Runs the trainer to its end, from its checkpoint if so asked, and tells how it goes. With a checkpoint a
/// signal ends it after the step, with the checkpoint written and a sentence that says so.
Result<TrainingLoop> run(train::Trainer& trainer, const TrainArguments& arguments,
                         distributed::Communicator& communicator);

}  // namespace inkling::cli
