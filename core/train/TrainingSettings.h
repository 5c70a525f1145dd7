#pragma once

#include <string>

#include "core/model/Preset.h"
#include "core/train/Trainer.h"

namespace inkling::train {

/// A training as a person sets it: plain values, which a page shows, keeps and shares.
struct TrainingSettings {
  std::string preset;
  std::string architecture;  // the preset's own if empty
  int epochs = 0, batch = 0;
  std::string optimiser, schedule;  // as in RecipeNames.h
  double learning_rate = 0, weight_decay = 0, label_smoothing = 0, average = 0;
  bool augment = false;
  std::string augmentation;  // what of the preset's is changed, as in AugmentText.h
  double validation = 0;     // share of the images that is held out
  std::string keep;          // "best" or "last"
  int patience = 0;          // as in TrainingOptions
  double seed = 0;
};

/// The way that the preset is best trained, all of its augmentation written out.
TrainingSettings settings_of(const model::Preset& preset);

/// What a trainer takes, or the sentence that says which setting is none; ranges are check_training()'s.
Result<TrainingOptions> training_options(const model::Preset& preset, const TrainingSettings& settings);

/// Whether a training with these could start on data that it fits.
Status check_settings(const TrainingSettings& settings);

}  // namespace inkling::train
