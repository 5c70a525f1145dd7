// SPDX-License-Identifier: MIT
#include "core/nn/Fuse.h"

#include <algorithm>
#include <cassert>

namespace inkling::nn {

namespace {

/// Layer `index`, or null if there is none or it is of another kind.
template <class Kind>
const Kind* layer_at(const Network& network, std::size_t index) {
  return index < network.nodes.size() ? std::get_if<Kind>(&network.nodes[index].layer) : nullptr;
}

/// The epilogue that the layers from `index` on form.
Epilogue epilogue_at(const Network& network, std::size_t index) {
  Epilogue epilogue;
  epilogue.relu = layer_at<Relu>(network, index) != nullptr;
  const auto* pool = layer_at<MaxPool>(network, index + (epilogue.relu ? 1 : 0));
  epilogue.pool = pool != nullptr && pool->window == 2;
  return epilogue;
}

std::size_t layers_in(const Epilogue& epilogue) {
  return (epilogue.relu ? 1 : 0) + (epilogue.pool ? 1 : 0);
}

/// Gives the layer as much of the epilogue as it supports. Returns how many layers that replaces.
std::size_t fuse(Layer& layer, const Epilogue& epilogue, Mode mode) {
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

bool is_before_batch_norm(const Network& network, std::size_t index) {
  return layer_at<BatchNorm>(network, index + 1) != nullptr &&
         (layer_at<Convolution>(network, index) != nullptr || layer_at<Dense>(network, index) != nullptr);
}

Layer with_bias(Layer layer) {
  if (auto* convolution = std::get_if<Convolution>(&layer)) convolution->has_bias = true;
  return layer;
}

/// Folds a normalisation into the weights [inputs, outputs] before it and the bias after them: y = x W + b
/// becomes y = x (W * factor) + (b - mean) * factor + shift, with factor = scale / deviation.
void fold_into(std::span<const float> norm, std::span<const float> weights, bool has_bias,
               std::span<float> folded) {
  const auto outputs = static_cast<Eigen::Index>(norm.size() / 4);
  const math::ConstRowView<float> scale(norm.data(), outputs), shift(norm.data() + outputs, outputs),
      mean(norm.data() + 2 * outputs, outputs), variance(norm.data() + 3 * outputs, outputs);
  const auto inputs = static_cast<Eigen::Index>(folded.size()) / outputs - 1;
  const Eigen::Array<float, 1, Eigen::Dynamic> factor =
      scale / (variance + static_cast<float>(BatchNorm::epsilon)).sqrt();
  math::MatrixView<float>(folded.data(), inputs, outputs).array() =
      math::ConstMatrixView<float>(weights.data(), inputs, outputs).array().rowwise() * factor;
  math::RowView<float> bias(folded.data() + inputs * outputs, outputs);
  bias = shift - mean * factor;
  if (has_bias) bias += math::ConstRowView<float>(weights.data() + inputs * outputs, outputs) * factor;
}

}  // namespace

Network fuse_epilogues(const Network& network, Mode mode) {
  Network fused{network.input, {}, network.weight_count};
  for (std::size_t index = 0; index < network.nodes.size(); ++index) {
    Network::Node node = network.nodes[index];
    index += fuse(node.layer, epilogue_at(network, index + 1), mode);
    fused.nodes.push_back(node);
  }
  return fused;
}

Network fold_batch_norms(const Network& network) {
  Network folded{network.input, {}, 0};
  for (std::size_t index = 0; index < network.nodes.size(); ++index) {
    const bool folds = is_before_batch_norm(network, index);
    folded.append(folds ? with_bias(network.nodes[index].layer) : network.nodes[index].layer);
    index += folds ? 1 : 0;
  }
  return folded;
}

void fold_batch_norm_weights(const Network& network, std::span<const float> weights,
                             std::span<float> folded_weights) {
  assert(weights.size() == network.weight_count);
  const Network folded = fold_batch_norms(network);
  assert(folded_weights.size() == folded.weight_count);
  for (std::size_t index = 0, target = 0; index < network.nodes.size(); ++index, ++target) {
    const auto source = network.weights_of(index, weights);
    const auto destination = folded.weights_of(target, folded_weights);
    if (!is_before_batch_norm(network, index)) {
      std::copy(source.begin(), source.end(), destination.begin());
      continue;
    }
    const auto* convolution = layer_at<Convolution>(network, index);
    fold_into(network.weights_of(index + 1, weights), source, convolution == nullptr || convolution->has_bias,
              destination);
    ++index;
  }
}

}  // namespace inkling::nn
