// SPDX-License-Identifier: MIT
#pragma once

#include <span>
#include <string_view>

#include "core/base/Digit.h"
#include "core/base/Result.h"
#include "core/model/TrainingRecipe.h"

namespace inkling::model {

/// A named network with the recipe that trains it well.
struct Preset {
  std::string_view name;
  std::string_view title;
  std::string_view description;  // one sentence
  std::string_view architecture;
  TrainingRecipe recipe;
};

/// The title of a network that no preset has.
inline constexpr std::string_view custom_title = "Custom network";

std::span<const Preset> presets();

/// The preset of that name; for an unknown name the error lists them all. A non-empty `architecture` replaces
/// the preset's, so that its recipe trains another network. It must outlive the result, and is an error if it
/// is not a valid architecture for that many classes, see check_output().
Result<Preset> find_preset(std::string_view name, std::string_view architecture = {},
                           std::size_t classes = digit_count);

/// The preset's network; its architecture is known to build.
nn::Network network_of(const Preset& preset);

/// The same for data of that many classes, which find_preset() knew: "dense 10" at its end gets as many
/// units.
nn::Network classifier_of(const Preset& preset, std::size_t classes);

}  // namespace inkling::model
