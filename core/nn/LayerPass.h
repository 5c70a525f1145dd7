// SPDX-License-Identifier: MIT
#pragma once

#include <span>

#include "core/base/Random.h"
#include "core/nn/Tensor.h"

namespace inkling::nn {

enum class Mode { inference, training };

/// What one layer works on in a forward or backward pass. Nothing is owned, and no two of the arrays overlap.
/// Scalar is float, or double for checking gradients.
template <class Scalar>
struct LayerPass {
  Mode mode = Mode::inference;
  Random* random = nullptr;              // for dropout, in training only
  std::span<const Scalar> weights = {};  // the layer's part of the flat vector
  TensorView<const Scalar> input = {};   // [images, input shape]
  TensorView<Scalar> output = {};        // [images, output shape]; backward reads what forward wrote
  std::span<Scalar> scratch = {};        // [scratch_size()]; in training kept from forward to backward

  // Backward only.
  TensorView<const Scalar> output_gradient = {};  // [images, output shape]
  TensorView<Scalar> input_gradient = {};         // [images, input shape], overwritten; empty if not needed
  std::span<Scalar> weight_gradient = {};         // the layer's part of the flat gradient, overwritten
  Scalar batch_share = 1;  // images in this pass / images in the batch; the loss is scaled already

  int images() const { return input.images; }
};

/// What a layer does to its output on the way out, which saves passes over memory: see fuse_epilogues().
struct Epilogue {
  bool relu = false;
  bool pool = false;  // 2x2 max pooling, after the ReLU

  Shape output(const Shape& shape) const {
    return pool ? Shape{shape.height / 2, shape.width / 2, shape.channels} : shape;
  }
};

}  // namespace inkling::nn
