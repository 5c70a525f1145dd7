// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "core/base/Result.h"
#include "core/nn/Network.h"

namespace inkling::nn {

/// Limits on architectures, which may come from any file or link: they keep the memory that an architecture
/// can demand within the 2 GB of a WebAssembly page. A layer at its limit needs 0.5 GB for inference in
/// 256-image slices, a network at its limit 0.5 GB for training with batches of 128.
inline constexpr int max_layers = 64, max_units = 4096, max_kernel = 15;
inline constexpr std::uint64_t max_weights = 16'000'000;
inline constexpr std::int64_t max_layer_outputs = 1 << 18;  // for one image
inline constexpr std::int64_t max_activations =
    1'000'000;  // for one image: its pixels and all layers' outputs

/// Builds a network from its architecture: layers from input to output, separated by bars. Presets, model
/// files and the command line all use this text.
///
///   conv 3x3 16 | norm | relu | pool 2 | dropout 0.2 | flatten | dense 10
///
/// `conv KxK N` has N filters and keeps height and width, or uses no padding with `valid` at its end. It has
/// no bias before `norm`, which would cancel it. `dense` takes any shape as a vector. Fails for unknown
/// words, layers that don't fit and networks beyond the limits; the error names the layer by its position
/// from 1.
Result<Network> build_network(std::string_view architecture, Shape input = {28, 28, 1});

/// The longest valid beginning of a network.
struct PartialNetwork {
  Network network;              // of the layers before the first invalid one, or of all
  std::size_t error_layer = 0;  // position of the invalid layer, from 1; 0 if no single layer is
  Status status = success();    // why the whole network is invalid
};

PartialNetwork build_valid_prefix(std::string_view architecture, Shape input = {28, 28, 1});

/// The architecture from which build_network() makes the same network.
std::string architecture_of(const Network& network);

}  // namespace inkling::nn
