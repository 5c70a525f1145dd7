#pragma once

#include <algorithm>

#include "core/nn/LayerPass.h"
#include "core/nn/Shape.h"

namespace inkling::nn {

/// Reads an image's rows, columns and channels as one vector. The values stay as they are.
struct Flatten {
  Shape input;

  Shape output() const { return {1, 1, input.size()}; }
};

template <class Scalar>
void forward(const Flatten& layer, const LayerPass<Scalar>& pass) {
  std::copy_n(pass.input, pass.images * layer.input.size(), pass.output);
}

template <class Scalar>
void backward(const Flatten& layer, const LayerPass<Scalar>& pass) {
  if (pass.input_gradient == nullptr) return;
  std::copy_n(pass.output_gradient, pass.images * layer.input.size(), pass.input_gradient);
}

}  // namespace inkling::nn
