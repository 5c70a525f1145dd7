#include "core/nn/Workspace.h"

#include <algorithm>
#include <cassert>

#include "core/nn/Fuse.h"

namespace inkling::nn {

namespace {

std::size_t first_with_weights(const Network& network) {
  const auto& nodes = network.nodes;
  const auto learning = [](const Network::Node& node) { return !parameters(node.layer).empty(); };
  return static_cast<std::size_t>(std::find_if(nodes.begin(), nodes.end(), learning) - nodes.begin());
}

}  // namespace

template <class Scalar>
Workspace<Scalar>::Workspace(const Network& network, int capacity, Mode mode)
    : network_(fused(network, mode)), capacity_(capacity), first_learning_(first_with_weights(network_)) {
  const auto images = static_cast<std::size_t>(capacity);
  const auto input_size = images * static_cast<std::size_t>(network.input.size());
  std::size_t largest = input_size;
  values_.emplace_back(input_size);
  for (const Network::Node& node : network_.nodes) {
    const std::size_t size = images * static_cast<std::size_t>(output_shape(node.layer).size());
    if (mode == Mode::training) values_.emplace_back(size);
    scratch_.emplace_back(scratch_size(node.layer, capacity));
    largest = std::max(largest, size);
  }
  auto& taking_turns = mode == Mode::training ? gradients_ : turns_;
  for (auto& values : taking_turns) values.resize(largest);
}

template <class Scalar>
LayerPass<Scalar> Workspace<Scalar>::pass_through(std::size_t layer, std::span<const Scalar> weights,
                                                  int images) {
  return {.images = images,
          .weights = weights.data() + network_.nodes[layer].offset,
          .input = value_after(layer),
          .output = value_after(layer + 1),
          .scratch = scratch_[layer].data()};
}

template <class Scalar>
Scalar* Workspace<Scalar>::value_after(std::size_t layers) {
  if (layers < values_.size()) return values_[layers].data();
  return turns_[layers % 2].data();
}

template <class Scalar>
void Workspace<Scalar>::forward(std::span<const Scalar> weights, int images, Mode mode, Random* random) {
  assert(images <= capacity_ && weights.size() == network_.weight_count);
  for (std::size_t layer = 0; layer < network_.nodes.size(); ++layer) {
    LayerPass<Scalar> pass = pass_through(layer, weights, images);
    pass.mode = mode;
    pass.random = random;
    nn::forward(network_.nodes[layer].layer, pass);
  }
}

template <class Scalar>
std::span<const Scalar> Workspace<Scalar>::forward_layer(std::size_t layer, std::span<const Scalar> weights,
                                                         int images) {
  assert(images <= capacity_ && layer < network_.nodes.size());
  const LayerPass<Scalar> pass = pass_through(layer, weights, images);
  nn::forward(network_.nodes[layer].layer, pass);
  const auto size = static_cast<std::size_t>(output_shape(network_.nodes[layer].layer).size());
  return {pass.output, static_cast<std::size_t>(images) * size};
}

template <class Scalar>
void Workspace<Scalar>::backward(std::span<const Scalar> weights, int images,
                                 std::span<Scalar> weight_gradient, Scalar batch_share) {
  assert(images <= capacity_ && weight_gradient.size() == network_.weight_count && !gradients_[0].empty());
  for (std::size_t layer = network_.nodes.size(); layer-- > first_learning_;) {
    LayerPass<Scalar> pass = pass_through(layer, weights, images);
    pass.mode = Mode::training;
    pass.batch_share = batch_share;
    pass.output_gradient = gradients_[0].data();
    pass.input_gradient = layer == first_learning_ ? nullptr : gradients_[1].data();
    pass.weight_gradient = weight_gradient.data() + network_.nodes[layer].offset;
    nn::backward(network_.nodes[layer].layer, pass);
    std::swap(gradients_[0], gradients_[1]);
  }
}

template class Workspace<float>;
template class Workspace<double>;

}  // namespace inkling::nn
