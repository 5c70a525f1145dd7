#pragma once

#include <span>
#include <vector>

#include "core/nn/Network.h"

namespace inkling::nn {

/// The memory in which images go through a network: made once, used for every pass, so that a training step
/// allocates nothing. Threads each have their own; the network and its weights are shared and not changed.
template <class Scalar>
class Workspace {
 public:
  /// Room for up to `capacity` images at a time. What going backward needs is only kept for Mode::training.
  Workspace(const Network& network, int capacity, Mode mode);

  int capacity() const { return capacity_; }

  /// Where the caller puts the images before going forward: [capacity, input size].
  Scalar* input() { return values_.front().data(); }

  /// What came out: [capacity, output size].
  const Scalar* output() const { return value_after(network_.nodes.size()); }

  /// Where the caller puts the gradient of the loss by the output before going backward.
  Scalar* output_gradient() { return gradients_[0].data(); }

  /// Sends the first `images` of input() through the network. `random` is needed for training only.
  void forward(std::span<const Scalar> weights, int images, Mode mode, Random* random = nullptr);

  /// The layers that the images go through: the network's, or fewer where some were fused.
  const std::vector<Network::Node>& layers() const { return network_.nodes; }

  /// Sends `images` through the next layer alone, and gives what came out [images, its output size], valid
  /// until the layer after next. From layer 0 on, one after the other, it is what forward() does in
  /// inference.
  std::span<const Scalar> forward_layer(std::size_t layer, std::span<const Scalar> weights, int images);

  /// Overwrites `weight_gradient` with the gradient by all weights; after a forward in training.
  /// `batch_share` is the part of the whole batch that these images are.
  void backward(std::span<const Scalar> weights, int images, std::span<Scalar> weight_gradient,
                Scalar batch_share = 1);

 private:
  LayerPass<Scalar> pass_through(std::size_t layer, std::span<const Scalar> weights, int images);

  /// What has come out of the first `layers` layers.
  Scalar* value_after(std::size_t layers);
  const Scalar* value_after(std::size_t layers) const {
    return const_cast<Workspace*>(this)->value_after(layers);
  }

  Network network_;  // fused
  int capacity_;
  std::size_t first_learning_;  // the first layer with weights: what is before it needs no gradient
  std::vector<AlignedVector<Scalar>> values_;   // the input and, in training, what came out of each layer
  AlignedVector<Scalar> turns_[2];              // in inference: what came out of the last layers, in turn
  std::vector<AlignedVector<Scalar>> scratch_;  // of each layer
  AlignedVector<Scalar> gradients_[2];          // after and before the layer at hand, in turn
};

}  // namespace inkling::nn
