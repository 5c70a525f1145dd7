#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "core/base/AlignedVector.h"
#include "core/base/Random.h"
#include "core/nn/Layer.h"

namespace inkling::nn {

/// Layers in the order that images go through them, each with its part of the one flat vector of weights.
struct Network {
  struct Node {
    Layer layer;
    std::size_t offset = 0;  // where the layer's weights start in the flat vector
  };

  Shape input;
  std::vector<Node> nodes;
  std::size_t weight_count = 0;  // length of the flat vector, running statistics included

  Shape output() const { return nodes.empty() ? input : output_shape(nodes.back().layer); }
};

/// A tensor with the layer it belongs to; its offset counts from the start of the flat vector.
struct NetworkParameter {
  std::size_t layer = 0;
  Parameter parameter;

  /// "layers.3.weight", as PyTorch would name it.
  std::string name() const;
};

/// All tensors, in the order in which they lie in the flat vector, without gaps.
std::vector<NetworkParameter> parameters(const Network& network);

/// How many of the weights training learns: all but running statistics.
std::size_t learned_weight_count(const Network& network);

enum class Initialisation {
  he_normal,       // standard deviation sqrt(2 / fan in) (He et al., 2015)
  glorot_uniform,  // within sqrt(6 / (fan in + fan out)) (Glorot and Bengio, 2010), Keras' default
};

/// Fresh weights, [weight_count].
template <class Scalar>
AlignedVector<Scalar> initial_weights(const Network& network, Initialisation initialisation, Random& random);

}  // namespace inkling::nn
