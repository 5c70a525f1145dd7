// SPDX-License-Identifier: MIT
#pragma once

#include <span>
#include <string_view>

#include "core/base/Result.h"
#include "core/model/TrainingRecipe.h"

namespace inkling::model {

/// A network with the recipe that trains it well, under a name.
struct Preset {
  std::string_view name;
  std::string_view title;
  std::string_view description;  // one sentence
  std::string_view architecture;
  TrainingRecipe recipe;
};

std::span<const Preset> presets();

/// The preset of that name, or a sentence that lists those there are. An `architecture` that is not empty
/// takes the place of the preset's, which then trains another network by its recipe; it must outlive what is
/// returned, and is refused where it is none or does not tell ten digits apart.
Result<Preset> find_preset(std::string_view name, std::string_view architecture = {});

/// The preset's network; its architecture is known to build.
nn::Network network_of(const Preset& preset);

}  // namespace inkling::model
