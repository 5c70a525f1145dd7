#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "core/cli/commands/Commands.h"
#include "core/model/Precision.h"
#include "core/train/Trainer.h"

namespace inkling::cli {

/// What `inkling train` was asked for.
struct TrainArguments {
  std::vector<std::filesystem::path> data;
  std::filesystem::path model, test_data, checkpoint;
  std::string preset = "accurate", architecture, augmentation, data_title;
  std::optional<int> epochs, batch;
  std::optional<model::OptimiserKind> optimiser;
  std::optional<optim::Schedule::Kind> schedule;
  std::optional<float> learning_rate, weight_decay, label_smoothing, average;
  std::optional<bool> augment;
  double validation = 0.2;
  int repeat_strokes = 1;
  std::size_t negatives = 0;
  std::uint64_t seed = 1;
  model::Precision precision = model::Precision::single;
  train::ModelSelection keep = train::ModelSelection::best;
  int patience = 0;
  int threads = all_cores();
  bool resume = false, json = false;
};

}  // namespace inkling::cli
