// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>

#include "core/augment/AugmentOptions.h"
#include "core/nn/Network.h"
#include "core/optim/Optimiser.h"
#include "core/optim/Schedule.h"

namespace inkling::model {

/// The algorithm that updates the weights.
enum class OptimiserKind {
  adamw,
  muon,  // for the matrices of all layers but the last; AdamW for the rest
};

/// How a network is trained.
struct Recipe {
  int epochs = 10;
  int batch = 32;
  optim::Schedule schedule;
  OptimiserKind optimiser_kind = OptimiserKind::adamw;
  optim::OptimiserOptions optimiser;
  float label_smoothing = 0;
  float average_decay = 0;  // of the weight EMA that becomes the model; 0 for no EMA
  bool augment = false;
  augment::AugmentOptions augmentation = {};  // if `augment`
  nn::Initialisation initialisation = nn::Initialisation::he_normal;
};

/// How the optimiser treats each of the network's tensors: only dense and convolution weights decay.
optim::ParameterGroups parameter_groups(const nn::Network& network, OptimiserKind optimiser);

/// A value of an enum with its name in commands, the page and checkpoints.
template <class Choice>
struct Named {
  std::string_view name;
  Choice choice;
};

inline constexpr std::array<Named<OptimiserKind>, 2> optimiser_names = {
    {{"adamw", OptimiserKind::adamw}, {"muon", OptimiserKind::muon}}};

inline constexpr std::array<Named<optim::Schedule::Kind>, 3> schedule_names = {
    {{"constant", optim::Schedule::Kind::constant},
     {"one-cycle", optim::Schedule::Kind::one_cycle},
     {"cosine", optim::Schedule::Kind::cosine}}};

/// The name of a value. Every value has one.
template <class Choice, std::size_t count>
std::string name_of(const std::array<Named<Choice>, count>& all, Choice choice) {
  for (const auto& named : all) {
    if (named.choice == choice) return std::string(named.name);
  }
  return "";
}

/// The value of that name; nullopt for an unknown name.
template <class Choice, std::size_t count>
std::optional<Choice> find_named(const std::array<Named<Choice>, count>& all, std::string_view name) {
  for (const auto& named : all) {
    if (named.name == name) return named.choice;
  }
  return std::nullopt;
}

}  // namespace inkling::model
