#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>

#include "core/model/Recipe.h"

namespace inkling::model {

/// One of the things to choose among, under the name that commands, the page and checkpoints have for it.
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

/// The name of a choice; each has one.
template <class Choice, std::size_t count>
std::string name_of(const std::array<Named<Choice>, count>& all, Choice choice) {
  for (const auto& named : all) {
    if (named.choice == choice) return std::string(named.name);
  }
  return "";
}

/// What the name stands for; nothing if it is none of these.
template <class Choice, std::size_t count>
std::optional<Choice> find_named(const std::array<Named<Choice>, count>& all, std::string_view name) {
  for (const auto& named : all) {
    if (named.name == name) return named.choice;
  }
  return std::nullopt;
}

}  // namespace inkling::model
