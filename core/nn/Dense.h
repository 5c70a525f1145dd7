// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <vector>

#include "core/nn/LayerPass.h"
#include "core/nn/Parameter.h"

namespace inkling::nn {

/// Fully connected: y = x W + b.
struct Dense {
  Shape input;
  int units = 0;
  bool relu = false;  // a fused ReLU, in inference only: see fuse_epilogues()

  Shape output() const { return {1, 1, units}; }

  /// weight [inputs, units], bias [units].
  std::vector<Parameter> parameters() const;

  /// Marks of the nonzero input columns, then in backward the transposed weights: [units, inputs].
  std::size_t scratch_size(int images) const;
};

template <class Scalar>
void forward(const Dense& layer, const LayerPass<Scalar>& pass);
template <class Scalar>
void backward(const Dense& layer, const LayerPass<Scalar>& pass);

}  // namespace inkling::nn
