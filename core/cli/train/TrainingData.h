// SPDX-License-Identifier: MIT
#pragma once

#include <optional>

#include "core/base/Result.h"
#include "core/cli/train/TrainArguments.h"
#include "core/data/TrainingSet.h"
#include "core/distributed/Communicator.h"
#include "core/train/TrainingOptions.h"

namespace inkling::cli {

struct TrainingData {
  data::TrainingSet images;
  std::optional<data::Dataset> test_images;
};

/// Reads the data, and reports every error that can be found before training. The root does so and broadcasts
/// the data: only its machine needs the files, and all processes train on the same bytes. The options tell
/// which negatives are drawn.
Result<TrainingData> load_and_broadcast(const TrainArguments& arguments,
                                        const train::TrainingOptions& options,
                                        distributed::Communicator& communicator);

}  // namespace inkling::cli
