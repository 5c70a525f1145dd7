// SPDX-License-Identifier: MIT
#pragma once

#include <span>

#include "core/nn/Network.h"

namespace inkling::nn {

/// The same network with fewer passes over memory: a ReLU, a 2x2 max pooling or both become the epilogue of
/// the layer before them, which is a normalisation, or in inference also a convolution or dense layer. The
/// flat vector stays the same.
Network fuse_epilogues(const Network& network, Mode mode);

/// The network for inference, with each normalisation right after a convolution or dense layer folded into
/// that layer's weights. Its flat vector differs: see fold_batch_norm_weights().
Network fold_batch_norms(const Network& network);

/// Computes the weights [fold_batch_norms(network).weight_count] with which the folded network gives the same
/// outputs as `network` does with `weights`, up to rounding.
void fold_batch_norm_weights(const Network& network, std::span<const float> weights,
                             std::span<float> folded_weights);

}  // namespace inkling::nn
