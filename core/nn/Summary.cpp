#include "core/nn/Summary.h"

namespace inkling::nn {

std::vector<LayerSummary> summarise(const Network& network) {
  std::vector<LayerSummary> lines;
  for (const Network::Node& node : network.nodes) {
    lines.push_back(
        {to_string(node.layer), to_string(output_shape(node.layer)), 0, multiply_adds(node.layer)});
  }
  for (const NetworkParameter& entry : parameters(network)) {
    if (!is_statistic(entry.parameter.kind)) lines[entry.layer].weights += entry.parameter.size();
  }
  return lines;
}

}  // namespace inkling::nn
