// SPDX-License-Identifier: MIT
#include "core/cli/bench/BenchNetworks.h"

#include <array>

#include "core/nn/Network.h"

namespace inkling::cli {

namespace {

model::Preset without_augmentation(std::string_view preset, std::string_view bench_name) {
  model::Preset network = model::find_preset(preset).value();
  network.name = bench_name;
  network.recipe.augment = false;
  return network;
}

/// Trained by AdamW, as its peers are.
model::Preset cnn_a() {
  model::Preset network = without_augmentation("fast", "cnn-a");
  network.architecture =
      "conv 5x5 16 valid | norm | relu | pool 2 | conv 3x3 32 | norm | relu | pool 2 | conv 3x3 64 | norm | "
      "relu | pool 2 | dense 10";
  network.recipe.optimiser_kind = optim::OptimiserKind::adamw;
  return network;
}

model::Preset cnn_a2() {
  model::Preset network = cnn_a();
  network.name = "cnn-a2";
  network.architecture =
      "conv 3x3 16 | norm | relu | pool 2 | conv 3x3 32 | norm | relu | pool 2 | conv 3x3 64 | norm | relu | "
      "conv 3x3 64 | norm | relu | pool 2 | dense 10";
  return network;
}

}  // namespace

std::span<const model::Preset> bench_networks() {
  static const std::array<model::Preset, 4> networks = {without_augmentation("article", "article"), cnn_a(),
                                                        cnn_a2(),
                                                        without_augmentation("accurate", "accurate")};
  return networks;
}

double forward_gflop(const nn::Network& network) {
  double sum = 0;
  for (const nn::LayerSummary& layer : nn::summarise(network)) sum += layer.forward_flops;
  return sum / 1e9;
}

double training_gflop(const nn::Network& network) {
  double first = 0;  // of the first layer with weights, whose input needs no gradient
  for (const nn::LayerSummary& layer : nn::summarise(network)) {
    if (first == 0) first = layer.forward_flops;
  }
  return 3 * forward_gflop(network) - first / 1e9;
}

Json bench_networks_json() {
  Json json = Json::array();
  for (const model::Preset& preset : bench_networks()) {
    const nn::Network network = model::network_of(preset);
    json.push_back({{"name", preset.name},
                    {"architecture", preset.architecture},
                    {"training_gflop", training_gflop(network)},
                    {"forward_gflop", forward_gflop(network)}});
  }
  return json;
}

}  // namespace inkling::cli
