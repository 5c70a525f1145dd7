// SPDX-License-Identifier: MIT
#include "core/nn/Network.h"

#include <cmath>

namespace inkling::nn {

namespace {

struct Fan {
  float in = 0, out = 0;
};

/// Weights are [kernel extents..., inputs, outputs].
Fan fan_of(const std::vector<int>& shape) {
  float kernel = 1;
  for (std::size_t axis = 0; axis + 2 < shape.size(); ++axis) kernel *= static_cast<float>(shape[axis]);
  return {kernel * static_cast<float>(shape[shape.size() - 2]), kernel * static_cast<float>(shape.back())};
}

float draw_weight(Initialisation initialisation, const Fan& fan, Random& random) {
  if (initialisation == Initialisation::he_normal) return std::sqrt(2 / fan.in) * random.normal();
  const float limit = std::sqrt(6 / (fan.in + fan.out));
  return random.uniform(-limit, limit);
}

float initial_constant(Parameter::Kind kind) {
  const bool one = kind == Parameter::Kind::norm_scale || kind == Parameter::Kind::running_variance;
  return one ? 1.0f : 0.0f;
}

}  // namespace

void Network::append(const Layer& layer) {
  nodes.push_back({layer, weight_count});
  weight_count += static_cast<std::size_t>(nn::weight_count(layer));
}

std::string NetworkParameter::name() const {
  return "layers." + std::to_string(layer) + "." + to_string(parameter.kind);
}

std::vector<NetworkParameter> parameters(const Network& network) {
  std::vector<NetworkParameter> all;
  for (std::size_t index = 0; index < network.nodes.size(); ++index) {
    for (Parameter parameter : parameters(network.nodes[index].layer)) {
      parameter.offset += network.nodes[index].offset;
      all.push_back({index, std::move(parameter)});
    }
  }
  return all;
}

std::size_t learned_weight_count(const Network& network) {
  std::size_t count = 0;
  for (const NetworkParameter& entry : parameters(network)) {
    if (!is_statistic(entry.parameter.kind)) count += entry.parameter.size();
  }
  return count;
}

template <class Scalar>
AlignedVector<Scalar> initial_weights(const Network& network, Initialisation initialisation, Random& random) {
  AlignedVector<Scalar> weights(network.weight_count);
  for (const NetworkParameter& entry : parameters(network)) {
    const Parameter& parameter = entry.parameter;
    const bool is_random = parameter.kind == Parameter::Kind::weight;
    const Fan fan = is_random ? fan_of(parameter.shape) : Fan{};
    for (std::size_t index = 0; index < parameter.size(); ++index) {
      weights[parameter.offset + index] =
          Scalar(is_random ? draw_weight(initialisation, fan, random) : initial_constant(parameter.kind));
    }
  }
  return weights;
}

std::vector<LayerSummary> summarise(const Network& network) {
  std::vector<LayerSummary> lines;
  for (const Network::Node& node : network.nodes) {
    lines.push_back(
        {to_string(node.layer), to_string(output_shape(node.layer)), 0, forward_flops(node.layer)});
  }
  for (const NetworkParameter& entry : parameters(network)) {
    if (!is_statistic(entry.parameter.kind)) lines[entry.layer].weights += entry.parameter.size();
  }
  return lines;
}

template AlignedVector<float> initial_weights(const Network&, Initialisation, Random&);
template AlignedVector<double> initial_weights(const Network&, Initialisation, Random&);

}  // namespace inkling::nn
