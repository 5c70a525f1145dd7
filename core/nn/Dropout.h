#pragma once

#include <cstddef>

#include "core/nn/LayerPass.h"
#include "core/nn/Shape.h"

namespace inkling::nn {

/// In training every value is dropped with probability `rate` and the others are scaled up by 1 / (1 - rate),
/// so that their expected sum stays (Srivastava et al., 2014). In inference nothing is done.
struct Dropout {
  Shape input;
  float rate = 0.5f;

  Shape output() const { return input; }

  /// What each value was multiplied by.
  std::size_t scratch_size(int images) const;
};

template <class Scalar>
void forward(const Dropout& layer, const LayerPass<Scalar>& pass);
template <class Scalar>
void backward(const Dropout& layer, const LayerPass<Scalar>& pass);

}  // namespace inkling::nn
