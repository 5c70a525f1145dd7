#pragma once

#include <cstddef>
#include <vector>

namespace inkling::nn {

/// A tensor within the one flat vector that holds all of a network's weights.
struct Parameter {
  enum class Kind {
    weight,            // of dense and convolution: drawn at random, decays
    bias,              // starts at 0
    norm_scale,        // starts at 1
    norm_shift,        // starts at 0
    running_mean,      // starts at 0; a statistic: follows the batches, not the gradient
    running_variance,  // starts at 1; likewise
  };

  Kind kind = Kind::weight;
  std::size_t offset = 0;  // into the flat vector
  std::vector<int> shape;

  std::size_t size() const {
    std::size_t product = 1;
    for (const int extent : shape) product *= static_cast<std::size_t>(extent);
    return product;
  }
};

/// "weight", "bias", ...: the last part of a tensor's name in a model file, as PyTorch calls it.
const char* to_string(Parameter::Kind kind);

inline bool is_statistic(Parameter::Kind kind) {
  return kind == Parameter::Kind::running_mean || kind == Parameter::Kind::running_variance;
}

}  // namespace inkling::nn
