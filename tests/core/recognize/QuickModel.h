// SPDX-License-Identifier: MIT
#pragma once

#include "core/ink/Ink.h"
#include "core/model/Preset.h"
#include "core/synthetic/SyntheticDigits.h"
#include "core/train/Trainer.h"

namespace inkling::recognize {

/// Trained briefly on synthetic digits, enough for clear ones.
inline model::Model quick_model() {
  const data::Dataset dataset = synthetic::synthetic_digits(1000, 7);
  train::TrainingOptions options;
  options.recipe.epochs = 10;
  ThreadPool pool;
  const model::Preset preset = model::find_preset("article").value();
  train::Trainer trainer(model::network_of(preset), data::whole(dataset), {&dataset, {}}, options, pool);
  while (trainer.running()) trainer.advance();
  const auto weights = trainer.selected_weights();
  return {trainer.network(), {weights.begin(), weights.end()}, {}};
}

inline ink::Ink drawing_of(int digit) {
  Random random(33);
  return synthetic::synthetic_digit(digit, random);
}

}  // namespace inkling::recognize
