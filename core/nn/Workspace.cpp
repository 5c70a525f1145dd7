// SPDX-License-Identifier: MIT
#include "core/nn/Workspace.h"

#include <algorithm>
#include <cassert>

#include "core/nn/Fuse.h"

namespace inkling::nn {

namespace {

std::size_t first_layer_with_weights(const Network& network) {
  const auto& nodes = network.nodes;
  const auto has_weights = [](const Network::Node& node) { return !parameters(node.layer).empty(); };
  return static_cast<std::size_t>(std::find_if(nodes.begin(), nodes.end(), has_weights) - nodes.begin());
}

bool leaves_values_unchanged(const Layer& layer, Mode mode) {
  return std::holds_alternative<Flatten>(layer) ||
         (mode == Mode::inference && std::holds_alternative<Dropout>(layer));
}

}  // namespace

template <class Scalar>
Workspace<Scalar>::Workspace(const Network& network, int capacity, Mode mode)
    : network_(fuse_epilogues(network, mode)),
      capacity_(capacity),
      first_trained_layer_(first_layer_with_weights(network_)) {
  const auto images = static_cast<std::size_t>(capacity);
  const bool training = mode == Mode::training;
  std::size_t max_size = images * static_cast<std::size_t>(network.input.size());
  buffers_.emplace_back(max_size);
  if (!training) buffers_.resize(3);
  buffer_of_.push_back(0);
  for (const Network::Node& node : network_.nodes) {
    if (leaves_values_unchanged(node.layer, mode)) {
      buffer_of_.push_back(buffer_of_.back());
      scratch_.emplace_back();
      continue;
    }
    const std::size_t size = images * static_cast<std::size_t>(output_shape(node.layer).size());
    if (training) buffers_.emplace_back(size);
    buffer_of_.push_back(training ? buffers_.size() - 1 : buffer_of_.back() % 2 + 1);
    scratch_.emplace_back(scratch_size(node.layer, capacity));
    max_size = std::max(max_size, size);
  }
  for (int index : {0, 1}) (training ? gradients_[index] : buffers_[index + 1]).resize(max_size);
}

template <class Scalar>
LayerPass<Scalar> Workspace<Scalar>::make_pass(std::size_t layer, std::span<const Scalar> weights,
                                               int images) {
  const Layer& kind = network_.nodes[layer].layer;
  return {.weights = network_.weights_of(layer, weights),
          .input = {activation(layer), images, input_shape(kind)},
          .output = {activation(layer + 1), images, output_shape(kind)},
          .scratch = scratch_[layer]};
}

template <class Scalar>
void Workspace<Scalar>::forward(std::span<const Scalar> weights, int images, Mode mode, Random* random) {
  assert(images <= capacity_ && weights.size() == network_.weight_count);
  for (std::size_t layer = 0; layer < network_.nodes.size(); ++layer) {
    if (is_view(layer)) continue;
    LayerPass<Scalar> pass = make_pass(layer, weights, images);
    pass.mode = mode;
    pass.random = random;
    nn::forward(network_.nodes[layer].layer, pass);
  }
}

template <class Scalar>
std::span<const Scalar> Workspace<Scalar>::forward_layer(std::size_t layer, std::span<const Scalar> weights,
                                                         int images) {
  assert(images <= capacity_ && layer < network_.nodes.size());
  const LayerPass<Scalar> pass = make_pass(layer, weights, images);
  if (!is_view(layer)) nn::forward(network_.nodes[layer].layer, pass);
  return {pass.output.begin(), pass.output.end()};
}

template <class Scalar>
void Workspace<Scalar>::backward(std::span<const Scalar> weights, int images,
                                 std::span<Scalar> weight_gradient, Scalar batch_share) {
  assert(images <= capacity_ && weight_gradient.size() == network_.weight_count && !gradients_[0].empty());
  for (std::size_t layer = network_.nodes.size(); layer-- > first_trained_layer_;) {
    if (is_view(layer)) continue;
    LayerPass<Scalar> pass = make_pass(layer, weights, images);
    pass.mode = Mode::training;
    pass.batch_share = batch_share;
    pass.output_gradient = {gradients_[0].data(), images, pass.output.shape};
    if (layer > first_trained_layer_) {
      pass.input_gradient = {gradients_[1].data(), images, pass.input.shape};
    }
    pass.weight_gradient = network_.weights_of(layer, weight_gradient);
    nn::backward(network_.nodes[layer].layer, pass);
    std::swap(gradients_[0], gradients_[1]);
  }
}

template class Workspace<float>;
template class Workspace<double>;

}  // namespace inkling::nn
