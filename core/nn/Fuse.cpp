#include "core/nn/Fuse.h"

#include <algorithm>
#include <cassert>

namespace inkling::nn {

namespace {

/// What layer `index` is, or null where there is none or it is another kind.
template <class Kind>
const Kind* layer_at(const Network& network, std::size_t index) {
  return index < network.nodes.size() ? std::get_if<Kind>(&network.nodes[index].layer) : nullptr;
}

/// The tail that the layers from `index` on make.
Epilogue tail_at(const Network& network, std::size_t index) {
  Epilogue epilogue;
  epilogue.relu = layer_at<Relu>(network, index) != nullptr;
  const auto* pool = layer_at<MaxPool>(network, index + (epilogue.relu ? 1 : 0));
  epilogue.pool = pool != nullptr && pool->window == 2;
  return epilogue;
}

std::size_t layers_in(const Epilogue& epilogue) {
  return (epilogue.relu ? 1 : 0) + (epilogue.pool ? 1 : 0);
}

/// Gives the layer what it can take of the tail, and says how many layers that makes unnecessary.
std::size_t take(Layer& layer, const Epilogue& epilogue, Mode mode) {
  if (auto* norm = std::get_if<BatchNorm>(&layer)) {
    norm->epilogue = epilogue;
    return layers_in(epilogue);
  }
  if (mode == Mode::training) return 0;
  if (auto* convolution = std::get_if<Convolution>(&layer); convolution != nullptr && convolution->has_bias) {
    convolution->epilogue = epilogue;
    return layers_in(epilogue);
  }
  if (auto* dense = std::get_if<Dense>(&layer)) dense->relu = epilogue.relu;
  return std::holds_alternative<Dense>(layer) && epilogue.relu ? 1 : 0;
}

bool folds(const Network& network, std::size_t index) {
  return layer_at<BatchNorm>(network, index + 1) != nullptr &&
         (layer_at<Convolution>(network, index) != nullptr || layer_at<Dense>(network, index) != nullptr);
}

void append(Network& network, const Layer& layer) {
  network.nodes.push_back({layer, network.weight_count});
  for (const Parameter& parameter : parameters(layer)) network.weight_count += parameter.size();
}

Layer with_bias(Layer layer) {
  if (auto* convolution = std::get_if<Convolution>(&layer)) convolution->has_bias = true;
  return layer;
}

/// weights [inputs, outputs] and, after them, the bias, with y -> y * factor + offset worked into them.
void fold_into(std::span<const float> norm, std::span<const float> weights, bool has_bias,
               std::span<float> into) {
  const auto outputs = static_cast<Eigen::Index>(norm.size() / 4);
  const math::ConstRowView<float> scale(norm.data(), outputs), shift(norm.data() + outputs, outputs),
      mean(norm.data() + 2 * outputs, outputs), variance(norm.data() + 3 * outputs, outputs);
  const auto inputs = static_cast<Eigen::Index>(into.size()) / outputs - 1;
  const Eigen::Array<float, 1, Eigen::Dynamic> factor =
      scale / (variance + static_cast<float>(BatchNorm::epsilon)).sqrt();
  rows(into.data(), inputs, outputs).array() =
      rows(weights.data(), inputs, outputs).array().rowwise() * factor;
  math::RowView<float> bias(into.data() + inputs * outputs, outputs);
  bias = shift - mean * factor;
  if (has_bias) bias += math::ConstRowView<float>(weights.data() + inputs * outputs, outputs) * factor;
}

/// The part of the flat vector that belongs to a layer.
template <class Value>
std::span<Value> part_of(const Network& network, std::size_t index, std::span<Value> flat) {
  const std::size_t begin = network.nodes[index].offset;
  const bool last = index + 1 == network.nodes.size();
  return flat.subspan(begin, (last ? network.weight_count : network.nodes[index + 1].offset) - begin);
}

}  // namespace

Network fused(const Network& network, Mode mode) {
  Network result{network.input, {}, network.weight_count};
  for (std::size_t index = 0; index < network.nodes.size(); ++index) {
    Network::Node node = network.nodes[index];
    index += take(node.layer, tail_at(network, index + 1), mode);
    result.nodes.push_back(node);
  }
  return result;
}

Network folded(const Network& network) {
  Network result{network.input, {}, 0};
  for (std::size_t index = 0; index < network.nodes.size(); ++index) {
    const bool folding = folds(network, index);
    append(result, folding ? with_bias(network.nodes[index].layer) : network.nodes[index].layer);
    index += folding ? 1 : 0;
  }
  return result;
}

void fold_weights(const Network& network, std::span<const float> weights, std::span<float> folded_weights) {
  assert(weights.size() == network.weight_count);
  const Network target = folded(network);
  assert(folded_weights.size() == target.weight_count);
  for (std::size_t index = 0, place = 0; index < network.nodes.size(); ++index, ++place) {
    const auto from = part_of(network, index, weights);
    const auto into = part_of(target, place, folded_weights);
    if (!folds(network, index)) {
      std::copy(from.begin(), from.end(), into.begin());
      continue;
    }
    const auto* convolution = layer_at<Convolution>(network, index);
    fold_into(part_of(network, index + 1, weights), from, convolution == nullptr || convolution->has_bias,
              into);
    ++index;
  }
}

}  // namespace inkling::nn
