#pragma once

#include <optional>

#include "core/base/Result.h"
#include "core/cli/train/Arguments.h"
#include "core/data/TrainingSet.h"
#include "core/distributed/Communicator.h"

namespace inkling::cli {

struct TrainingData {
  data::TrainingSet images;
  std::optional<data::Dataset> test_images;
};

/// Reads the data and finds everything that can be found wrong before the work is done. The first process
/// does so and gives the others what it has read: the files need to be on its machine only, all train on the
/// same bytes for certain, and a complaint is made once.
Result<TrainingData> load_for_all(const TrainArguments& arguments, distributed::Communicator& communicator);

}  // namespace inkling::cli
