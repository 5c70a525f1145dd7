// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include "core/base/AlignedVector.h"
#include "core/base/Random.h"
#include "core/nn/Layer.h"

namespace inkling::nn {

/// A sequence of layers, each with its part of the one flat vector of weights.
struct Network {
  struct Node {
    Layer layer;
    std::size_t offset = 0;  // where the layer's weights start in the flat vector
  };

  Shape input;
  std::vector<Node> nodes;
  std::size_t weight_count = 0;  // length of the flat vector, running statistics included

  Shape output() const { return nodes.empty() ? input : output_shape(nodes.back().layer); }

  /// Appends a layer, with its weights at the end of the flat vector.
  void append(const Layer& layer);

  /// The part of a flat vector [weight_count] that belongs to layer `index`.
  template <class Value>
  std::span<Value> weights_of(std::size_t index, std::span<Value> flat) const {
    const std::size_t begin = nodes[index].offset;
    const std::size_t end = index + 1 == nodes.size() ? weight_count : nodes[index + 1].offset;
    return flat.subspan(begin, end - begin);
  }
};

/// A tensor of layer `layer`, with its offset counted from the start of the flat vector.
struct NetworkParameter {
  std::size_t layer = 0;
  Parameter parameter;

  /// "layers.3.weight", as in PyTorch.
  std::string name() const;
};

/// All tensors, in the order of the flat vector, without gaps.
std::vector<NetworkParameter> parameters(const Network& network);

/// How many of the weights are trained: all but the running statistics.
std::size_t learned_weight_count(const Network& network);

enum class Initialisation {
  he_normal,       // standard deviation sqrt(2 / fan in) (He et al., 2015)
  glorot_uniform,  // within sqrt(6 / (fan in + fan out)) (Glorot and Bengio, 2010), Keras' default
};

/// Initial weights, [weight_count].
template <class Scalar>
AlignedVector<Scalar> initial_weights(const Network& network, Initialisation initialisation, Random& random);

/// One line of a network's summary table.
struct LayerSummary {
  std::string name;          // "conv 3x3 16"
  std::string output;        // "28x28x16"
  std::size_t weights = 0;   // that are trained; running statistics don't count
  double forward_flops = 0;  // see forward_flops(Layer)
};

std::vector<LayerSummary> summarise(const Network& network);

}  // namespace inkling::nn
