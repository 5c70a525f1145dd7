// SPDX-License-Identifier: MIT
#pragma once

#include "core/augment/AugmentOptions.h"
#include "core/nn/Network.h"
#include "core/optim/Optimiser.h"
#include "core/optim/Schedule.h"

namespace inkling::model {

/// How a network is trained.
struct TrainingRecipe {
  int epochs = 10;
  int batch = 32;
  optim::Schedule schedule;
  optim::OptimiserKind optimiser_kind = optim::OptimiserKind::adamw;
  optim::OptimiserOptions optimiser;
  float label_smoothing = 0;
  float average_decay = 0;  // of the weight EMA that becomes the model; 0 for no EMA
  bool augment = false;
  augment::AugmentOptions augmentation = {};  // if `augment`
  nn::Initialisation initialisation = nn::Initialisation::he_normal;
};

/// How the optimiser treats each of the network's tensors: only dense and convolution weights decay.
optim::ParameterGroups parameter_groups(const nn::Network& network, optim::OptimiserKind optimiser);

}  // namespace inkling::model
