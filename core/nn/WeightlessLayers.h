// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>

#include "core/nn/LayerPass.h"

// The layers without weights.
namespace inkling::nn {

/// Treats an image's rows, columns and channels as one vector. The values stay the same.
struct Flatten {
  Shape input;

  Shape output() const { return {1, 1, input.size()}; }
};

/// y = max(x, 0).
struct Relu {
  Shape input;

  Shape output() const { return input; }
};

/// The largest value of each window x window square, per channel. Rows and columns left over are dropped.
struct MaxPool {
  Shape input;
  int window = 2;

  Shape output() const { return {input.height / window, input.width / window, input.channels}; }
};

/// In training, drops each value with probability `rate` and scales the others by 1 / (1 - rate), so that
/// their expected sum stays the same (Srivastava et al., 2014). Does nothing in inference.
struct Dropout {
  Shape input;
  float rate = 0.5f;

  Shape output() const { return input; }

  /// The factor of each value: [images, input size].
  std::size_t scratch_size(int images) const;
};

template <class Scalar>
void forward(const Flatten& layer, const LayerPass<Scalar>& pass);
template <class Scalar>
void backward(const Flatten& layer, const LayerPass<Scalar>& pass);

template <class Scalar>
void forward(const Relu& layer, const LayerPass<Scalar>& pass);
template <class Scalar>
void backward(const Relu& layer, const LayerPass<Scalar>& pass);

template <class Scalar>
void forward(const MaxPool& layer, const LayerPass<Scalar>& pass);
template <class Scalar>
void backward(const MaxPool& layer, const LayerPass<Scalar>& pass);

template <class Scalar>
void forward(const Dropout& layer, const LayerPass<Scalar>& pass);
template <class Scalar>
void backward(const Dropout& layer, const LayerPass<Scalar>& pass);

}  // namespace inkling::nn
