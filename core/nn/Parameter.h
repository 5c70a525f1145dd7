// SPDX-License-Identifier: MIT
#pragma once

#include <cassert>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <vector>

namespace inkling::nn {

/// A tensor within the one flat vector that holds all weights of a network.
struct Parameter {
  enum class Kind {
    weight,            // of dense layers and convolutions: initialised at random, decays
    bias,              // starts at 0
    norm_scale,        // starts at 1
    norm_shift,        // starts at 0
    running_mean,      // starts at 0; a statistic, which follows the batches instead of the gradient
    running_variance,  // starts at 1; likewise
  };

  Kind kind = Kind::weight;
  std::size_t offset = 0;  // into the flat vector
  std::vector<int> shape;

  /// In 64 bits: a size_t of WebAssembly would wrap for layers that build_network() has yet to refuse.
  std::uint64_t element_count() const {
    std::uint64_t product = 1;
    for (const int extent : shape) product *= static_cast<std::uint64_t>(extent);
    return product;
  }

  /// The same, for the parameters of a network that fits in memory.
  std::size_t size() const {
    assert(element_count() <= std::numeric_limits<std::size_t>::max());
    return static_cast<std::size_t>(element_count());
  }
};

inline bool is_statistic(Parameter::Kind kind) {
  return kind == Parameter::Kind::running_mean || kind == Parameter::Kind::running_variance;
}

/// The last part of a tensor's name in a model file: "weight", "bias", ..., as in PyTorch.
constexpr const char* to_string(Parameter::Kind kind) {
  switch (kind) {
    case Parameter::Kind::weight:
    case Parameter::Kind::norm_scale:
      return "weight";
    case Parameter::Kind::bias:
    case Parameter::Kind::norm_shift:
      return "bias";
    case Parameter::Kind::running_mean:
      return "running_mean";
    case Parameter::Kind::running_variance:
      return "running_var";
  }
  return "";
}

}  // namespace inkling::nn
