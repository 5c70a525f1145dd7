#pragma once

#include "core/nn/LayerPass.h"
#include "core/nn/Shape.h"

namespace inkling::nn {

/// The largest value of every window x window square, per channel; rows and columns left over are dropped.
struct MaxPool {
  Shape input;
  int window = 2;

  Shape output() const { return {input.height / window, input.width / window, input.channels}; }
};

template <class Scalar>
void forward(const MaxPool& layer, const LayerPass<Scalar>& pass);

/// The gradient goes to the first largest value of each square.
template <class Scalar>
void backward(const MaxPool& layer, const LayerPass<Scalar>& pass);

}  // namespace inkling::nn
