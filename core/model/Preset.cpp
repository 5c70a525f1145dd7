// SPDX-License-Identifier: MIT
#include "core/model/Preset.h"

#include <array>
#include <cassert>
#include <string>
#include <utility>

#include "core/model/Model.h"
#include "core/nn/Architecture.h"

namespace inkling::model {

namespace {

Preset article() {
  return {.name = "article",
          .title = "Tutorial network",
          .description =
              "Two hidden layers, trained as in the tutorial that Inkling grew from. The final model is an "
              "average of recent weights, which makes its predictions more stable.",
          .architecture = "flatten | dense 128 | relu | dense 64 | relu | dense 10",
          .recipe = {.epochs = 10,
                     .batch = 32,
                     .schedule = {optim::Schedule::Kind::constant, 1e-3f},
                     .optimiser = {.epsilon = 1e-7f},  // Keras' value
                     .average_decay = 0.998f,
                     .initialisation = nn::Initialisation::glorot_uniform}};
}

Preset fast() {
  return {.name = "fast",
          .title = "Fast",
          .description = "A small convolutional network: above 99% within a few epochs.",
          .architecture =
              "conv 5x5 16 valid | relu | pool 2 | conv 3x3 32 | norm | relu | pool 2 | "
              "conv 3x3 64 | norm | relu | pool 2 | dense 10",
          .recipe = {.epochs = 4,
                     .batch = 128,
                     .schedule = {optim::Schedule::Kind::one_cycle, 1.5e-2f},
                     .optimiser_kind = optim::OptimiserKind::muon,
                     .optimiser = {.weight_decay = 1e-2f},
                     .label_smoothing = 0.05f,
                     .average_decay = 0.98f}};
}

Preset accurate() {
  constexpr augment::AugmentOptions mild{
      .rotation_degrees = 12, .scale = 0.12f, .shear = 0.2f, .shift_pixels = 2};
  return {.name = "accurate",
          .title = "Accurate",
          .description =
              "A deeper convolutional network, trained with augmented images. It makes the fewest mistakes.",
          .architecture =
              "conv 5x5 16 valid | relu | pool 2 | conv 3x3 32 | norm | relu | conv 3x3 32 | norm | relu | "
              "pool 2 | conv 3x3 64 | norm | relu | conv 3x3 64 | norm | relu | pool 2 | dense 10",
          .recipe = {.epochs = 8,
                     .batch = 128,
                     .schedule = {optim::Schedule::Kind::cosine, 1e-2f},
                     .optimiser_kind = optim::OptimiserKind::muon,
                     .optimiser = {.weight_decay = 1e-2f},
                     .label_smoothing = 0.05f,
                     .average_decay = 0.995f,
                     .augment = true,
                     .augmentation = mild}};
}

Result<Preset> with_architecture(Preset preset, std::string_view architecture, std::size_t classes) {
  if (architecture.empty()) return preset;
  const auto network = nn::build_network(architecture);
  if (!network) {
    Error error = network.error();
    error.kind = Error::Kind::usage;
    return error;
  }
  if (const Status checked = check_output(network.value(), classes); !checked) return checked.error();
  preset.title = custom_title;
  preset.architecture = architecture;
  return preset;
}

}  // namespace

std::span<const Preset> presets() {
  static const std::array<Preset, 3> all = {article(), fast(), accurate()};
  return all;
}

Result<Preset> find_preset(std::string_view name, std::string_view architecture, std::size_t classes) {
  std::string names;
  for (const Preset& preset : presets()) {
    if (preset.name == name) return with_architecture(preset, architecture, classes);
    names += (names.empty() ? "" : ", ") + std::string(preset.name);
  }
  return Error{
      "There is no preset \"" + std::string(name.substr(0, 40)) + "\". Choose one of: " + names + ".",
      Error::Kind::usage};
}

nn::Network network_of(const Preset& preset) {
  return std::move(nn::build_network(preset.architecture)).value();
}

nn::Network classifier_of(const Preset& preset, std::size_t classes) {
  constexpr std::string_view ten = "10";
  nn::Network network = network_of(preset);
  if (static_cast<std::size_t>(network.output().channels) == classes) return network;
  std::string architecture = nn::architecture_of(network);
  assert(architecture.ends_with("dense 10"));
  architecture.replace(architecture.size() - ten.size(), ten.size(), std::to_string(classes));
  return std::move(nn::build_network(architecture)).value();
}

}  // namespace inkling::model
