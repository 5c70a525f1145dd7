#pragma once

#include "core/augment/Augment.h"
#include "core/nn/Network.h"
#include "core/optim/Optimiser.h"
#include "core/optim/Schedule.h"

namespace inkling::model {

/// By what a network's weights are moved.
enum class OptimiserKind {
  adamw,
  muon,  // the matrices of all layers but the last one; AdamW moves the rest
};

/// How a network is trained.
struct Recipe {
  int epochs = 10;
  int batch = 32;
  optim::Schedule schedule;
  OptimiserKind optimiser_kind = OptimiserKind::adamw;
  optim::OptimiserOptions optimiser;
  float label_smoothing = 0;
  float average_decay = 0;  // of the weight average that is kept; 0 keeps the weights themselves
  bool augment = false;
  augment::AugmentOptions augmentation = {};  // where augment is on
  nn::Initialisation initialisation = nn::Initialisation::he_normal;
};

/// What the optimiser does to each of the network's tensors: only the weights of dense and convolution decay.
optim::ParameterGroups parameter_groups(const nn::Network& network, OptimiserKind optimiser);

}  // namespace inkling::model
