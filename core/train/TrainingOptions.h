// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstdint>
#include <string>

#include "core/base/EnumNames.h"
#include "core/base/Result.h"
#include "core/data/Dataset.h"
#include "core/model/Preset.h"
#include "core/model/TrainingRecipe.h"

namespace inkling::train {

/// Which epoch's weights become the model, where images are held out.
enum class ModelSelection {
  best,  // the highest validation accuracy, then the smallest loss
  last,  // the last epoch, so that the held-out images select nothing
};

inline constexpr std::array selection_names = {EnumName{"best", ModelSelection::best},
                                               EnumName{"last", ModelSelection::last}};

/// What a trainer needs besides a network and data.
struct TrainingOptions {
  model::TrainingRecipe recipe;
  std::uint64_t seed = 1;  // of the split, the initial weights, the order and the augmentation
  ModelSelection selection = ModelSelection::best;
  int patience = 0;               // stops after this many epochs without improvement; 0: never
  double validation_share = 0.2;  // of the images, held out
  int negatives = 0;              // synthetic images without a class, see synthetic::negatives_for()
  bool balance = false;           // repeats the training images of rare classes, see data::balance_classes()
};

/// The same as plain values, which a page can show, store and share. core/train/Hyperparameters.h describes
/// each but the first two.
struct TrainingSettings {
  std::string preset;
  std::string architecture;  // empty for the preset's
  int epochs = 0, batch = 0;
  std::string optimiser, schedule;  // as in optimiser_names and schedule_names
  double learning_rate = 0, weight_decay = 0, label_smoothing = 0, average = 0;
  bool augment = false;
  std::string augmentation;  // changes to the preset's, see parse_augmentation()
  double validation = 0;
  int negatives = 0;
  bool balance = false;
  std::string keep;  // as in selection_names
  int patience = 0;
  double seed = 0;
};

/// The preset's settings, with its whole augmentation spelled out.
TrainingSettings default_settings(const model::Preset& preset);

/// The options for a trainer, or an error that names the first setting that is unknown, out of range or in
/// conflict with another.
Result<TrainingOptions> training_options(const model::Preset& preset, const TrainingSettings& settings);

/// Fails unless training_options() accepts these settings, the preset exists and the architecture is valid.
Status check_settings(const TrainingSettings& settings);

/// Fails unless the data are labelled with at least two classes, and two images are left to train on.
Status check_training_data(const data::Dataset& dataset, double validation_share);

/// Whether the learning rate of a run can be scaled by this: 0.001 to 1,000.
bool is_rate_scale(double scale);

}  // namespace inkling::train
