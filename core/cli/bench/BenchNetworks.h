// SPDX-License-Identifier: MIT
#pragma once

#include <span>

#include "core/cli/output/MetricsJson.h"
#include "core/model/Preset.h"

namespace inkling::cli {

/// The networks that are measured, without augmentation. Their names in the bench are "article", "cnn-a"
/// (three convolutions), "cnn-a2" (four) and "accurate".
std::span<const model::Preset> bench_networks();

/// GFLOP of one image's forward pass.
double forward_gflop(const nn::Network& network);

/// GFLOP of one image's training step: forward, the gradient of the weights, and that of every input but the
/// images.
double training_gflop(const nn::Network& network);

/// [{"name": "cnn-a", "architecture": .., "training_gflop": .., "forward_gflop": ..}]
Json bench_networks_json();

}  // namespace inkling::cli
