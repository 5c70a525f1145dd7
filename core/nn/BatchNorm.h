// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <vector>

#include "core/math/BatchNormOps.h"
#include "core/nn/LayerPass.h"
#include "core/nn/Parameter.h"

namespace inkling::nn {

/// Batch normalisation (Ioffe and Szegedy, 2015): normalises each channel to mean 0 and variance 1, then
/// scales and shifts it by learned parameters. The statistics are those of the images in the pass in
/// training, and the running ones in inference.
///
/// The running statistics are in the flat vector beside the weights. In the corresponding part of the
/// gradient, backward() stores batch_share * (running - observed), so that a step against the summed gradient
/// updates them.
struct BatchNorm {
  Shape input;
  Epilogue epilogue = {};

  static constexpr double epsilon = 1e-5;  // avoids division by zero; PyTorch's default

  Shape output() const { return epilogue.output(input); }

  math::BatchNormGeometry geometry() const {
    return {input.height, input.width, input.channels, epilogue.relu, epilogue.pool};
  }

  /// scale, shift, running mean and running variance, each [channels].
  std::vector<Parameter> parameters() const;

  static constexpr std::size_t scratch_rows = 6;
  std::size_t scratch_size(int images) const;
};

template <class Scalar>
void forward(const BatchNorm& layer, const LayerPass<Scalar>& pass);
template <class Scalar>
void backward(const BatchNorm& layer, const LayerPass<Scalar>& pass);

}  // namespace inkling::nn
