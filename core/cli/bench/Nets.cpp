#include "core/cli/bench/Nets.h"

#include <array>

#include "core/nn/Summary.h"

namespace inkling::cli {

namespace {

model::Preset preset(std::string_view preset_name, std::string_view bench_name) {
  model::Preset found = model::find_preset(preset_name).value();
  found.name = bench_name;
  found.recipe.augment = false;
  return found;
}

model::Preset cnn_a2() {
  model::Preset net = preset("fast", "cnn-a2");
  net.architecture =
      "conv 3x3 16 | norm | relu | pool 2 | conv 3x3 32 | norm | relu | pool 2 | conv 3x3 64 | norm | relu | "
      "conv 3x3 64 | norm | relu | pool 2 | dense 10";
  return net;
}

}  // namespace

std::span<const model::Preset> bench_nets() {
  static const std::array<model::Preset, 4> nets = {preset("article", "article"), preset("fast", "cnn-a"),
                                                    cnn_a2(), preset("accurate", "accurate")};
  return nets;
}

double forward_gflop(const nn::Network& network) {
  double sum = 0;
  for (const nn::LayerSummary& layer : nn::summarise(network)) sum += layer.multiply_adds;
  return sum / 1e9;
}

double training_gflop(const nn::Network& network) {
  double first = 0;  // the first layer that multiplies: nothing is learned before it
  for (const nn::LayerSummary& layer : nn::summarise(network)) {
    if (first == 0) first = layer.multiply_adds;
  }
  return 3 * forward_gflop(network) - first / 1e9;
}

}  // namespace inkling::cli
