#pragma once

#include "core/nn/LayerPass.h"
#include "core/nn/Shape.h"

namespace inkling::nn {

/// y = max(x, 0).
struct Relu {
  Shape input;

  Shape output() const { return input; }
};

template <class Scalar>
void forward(const Relu& layer, const LayerPass<Scalar>& pass) {
  rows(pass.output, pass.images, layer.input.size()) =
      rows(pass.input, pass.images, layer.input.size()).cwiseMax(Scalar(0));
}

/// dx = dy where y > 0, else 0.
template <class Scalar>
void backward(const Relu& layer, const LayerPass<Scalar>& pass) {
  if (pass.input_gradient == nullptr) return;
  const int values = pass.images * layer.input.size();
  for (int index = 0; index < values; ++index) {
    pass.input_gradient[index] = pass.output[index] > Scalar(0) ? pass.output_gradient[index] : Scalar(0);
  }
}

}  // namespace inkling::nn
