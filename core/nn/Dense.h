#pragma once

#include <cstddef>
#include <vector>

#include "core/nn/LayerPass.h"
#include "core/nn/Parameter.h"
#include "core/nn/Shape.h"

namespace inkling::nn {

/// Every output is a weighted sum of all inputs plus a bias: y = x W + b.
struct Dense {
  Shape input;
  int units = 0;
  bool relu = false;  // values below 0 become 0 on the way out; in inference only, see fused()

  Shape output() const { return {1, 1, units}; }

  /// weight [inputs, units], bias [units].
  std::vector<Parameter> parameters() const;

  /// The weights with rows and columns exchanged.
  std::size_t scratch_size(int images) const;
};

template <class Scalar>
void forward(const Dense& layer, const LayerPass<Scalar>& pass);
template <class Scalar>
void backward(const Dense& layer, const LayerPass<Scalar>& pass);

}  // namespace inkling::nn
