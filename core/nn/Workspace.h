// SPDX-License-Identifier: MIT
#pragma once

#include <span>
#include <vector>

#include "core/nn/Network.h"

namespace inkling::nn {

/// The memory for passing images through a network, allocated once, so that a training step allocates
/// nothing. Each thread has its own; the network and its weights are shared and read-only.
template <class Scalar>
class Workspace {
 public:
  /// For up to `capacity` images at a time. The memory for backward() is allocated for Mode::training only.
  Workspace(const Network& network, int capacity, Mode mode);

  int capacity() const { return capacity_; }

  /// The caller puts the images here before forward(): [capacity, input size].
  Scalar* input() { return buffers_.front().data(); }

  /// What forward() computed: [capacity, output size].
  const Scalar* output() const { return activation(network_.nodes.size()); }

  /// The caller puts the loss gradient here before backward(): [capacity, output size].
  Scalar* output_gradient() { return gradients_[0].data(); }

  /// Passes the first `images` of input() through the network. `random` is needed in training only.
  void forward(std::span<const Scalar> weights, int images, Mode mode, Random* random = nullptr);

  /// The layers after fusion, see fuse_epilogues().
  const std::vector<Network::Node>& layers() const { return network_.nodes; }

  /// Runs a single layer in inference mode and returns its output [images, output size], valid until the
  /// layer after next. Running layers 0, 1, ... in turn is what forward() does.
  std::span<const Scalar> forward_layer(std::size_t layer, std::span<const Scalar> weights, int images);

  /// Overwrites `weight_gradient` with the gradient of all weights, after forward() in training mode.
  /// `batch_share` is the share of the batch that is in this pass.
  void backward(std::span<const Scalar> weights, int images, std::span<Scalar> weight_gradient,
                Scalar batch_share = 1);

 private:
  LayerPass<Scalar> make_pass(std::size_t layer, std::span<const Scalar> weights, int images);

  /// The input of layer `index`, which is the output of the layer before it.
  Scalar* activation(std::size_t index) { return buffers_[buffer_of_[index]].data(); }
  const Scalar* activation(std::size_t index) const { return buffers_[buffer_of_[index]].data(); }

  /// Whether the layer's output is its input: there is nothing to compute.
  bool is_view(std::size_t layer) const { return buffer_of_[layer] == buffer_of_[layer + 1]; }

  Network network_;  // fused
  int capacity_;
  std::size_t first_trained_layer_;  // the layers before it have no weights and need no gradient
  // The input's buffer, then one for each layer's output in training, or two used in turn in inference.
  std::vector<AlignedVector<Scalar>> buffers_;
  std::vector<std::size_t> buffer_of_;  // of the input and each layer's output; a view shares its input's
  std::vector<AlignedVector<Scalar>> scratch_;  // of each layer
  AlignedVector<Scalar> gradients_[2];          // of the current layer's output and input
};

}  // namespace inkling::nn
