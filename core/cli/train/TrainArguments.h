// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "core/cli/commands/Options.h"
#include "core/eval/FitCalibration.h"
#include "core/model/Safetensors.h"
#include "core/train/TrainingOptions.h"

namespace inkling::cli {

/// The arguments of `inkling train`, filled in by core/cli/commands/TrainCommand.cpp. Hyper-parameters come
/// from the table in core/train/Hyperparameters.h.
struct TrainArguments {
  std::vector<std::filesystem::path> data, non_digits;
  std::filesystem::path model, test_data, checkpoint;
  std::string preset = "accurate", architecture, data_title;
  std::vector<std::function<void(train::TrainingSettings&)>>
      setting_changes;  // one for each hyper-parameter given
  ImageChanges image_changes;
  int repeat_strokes = 1;
  double accept = eval::default_acceptance_rate;
  std::size_t collages = 0;
  model::Precision precision = model::Precision::single;
  int threads = default_threads();
  bool resume = false, json = false;
};

}  // namespace inkling::cli
