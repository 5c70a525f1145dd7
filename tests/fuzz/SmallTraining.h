// SPDX-License-Identifier: MIT
#pragma once

#include "core/data/Split.h"
#include "core/nn/Architecture.h"
#include "core/synthetic/SyntheticDigits.h"
#include "core/train/Checkpointer.h"

namespace inkling::fuzz {

inline constexpr auto small_architecture = "pool 4 | norm | dropout 0.1 | dense 10";

/// The training run of the checkpoint fuzzer and its seeds.
struct SmallTraining {
  static train::TrainingOptions options() {
    train::TrainingOptions options;
    options.recipe.epochs = 2;
    options.recipe.batch = 8;
    options.recipe.average_decay = 0.9f;
    return options;
  }

  ThreadPool pool{1};
  data::Dataset dataset = synthetic::synthetic_digits(30, 1);
  data::Split parts = data::split(dataset, 0.5, 1);
  train::Trainer trainer{nn::build_network(small_architecture).value(),
                         {&dataset, parts.training},
                         {&dataset, parts.validation},
                         options(),
                         pool};
};

}  // namespace inkling::fuzz
