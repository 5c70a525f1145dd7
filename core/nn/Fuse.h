#pragma once

#include <span>

#include "core/nn/LayerPass.h"
#include "core/nn/Network.h"

namespace inkling::nn {

/// The same network with fewer passes over memory: a ReLU, or a ReLU and a pooling of 2x2 squares, becomes
/// the tail of the layer before it. For training that is a normalisation, for inference a convolution or
/// dense layer too. The flat vector stays as it is.
Network fused(const Network& network, Mode mode);

/// The network that reads as this one does, with every normalisation right after a convolution or dense layer
/// taken into that layer's weights. Its flat vector is another: see fold_weights.
Network folded(const Network& network);

/// The weights [folded(network).weight_count] with which the folded network gives the answers that `network`
/// gives with `weights`, up to rounding.
void fold_weights(const Network& network, std::span<const float> weights, std::span<float> folded_weights);

}  // namespace inkling::nn
