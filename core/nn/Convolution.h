// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <vector>

#include "core/math/ConvolutionGeometry.h"
#include "core/nn/LayerPass.h"
#include "core/nn/Parameter.h"

namespace inkling::nn {

/// 2D convolution (cross-correlation, as in PyTorch) with a square kernel and stride 1.
struct Convolution {
  Shape input;
  int kernel = 3;
  int filters = 0;
  bool same = true;        // zero padding keeps height and width; otherwise "valid": no padding
  bool has_bias = true;    // false before a normalisation, whose shift replaces it
  Epilogue epilogue = {};  // in inference only, and only with a bias

  /// Of the input patches that make the output.
  math::ConvolutionGeometry geometry() const {
    return {input.height, input.width, input.channels, kernel, same ? kernel / 2 : 0};
  }

  /// Of the output gradient's patches that make the input gradient: a patch covers all outputs that an input
  /// contributes to ("full" padding).
  math::ConvolutionGeometry backward_geometry() const {
    const math::ConvolutionGeometry forward = geometry();
    return {forward.output_height(), forward.output_width(), filters, kernel, kernel - 1 - forward.padding};
  }

  Shape output() const { return epilogue.output(output_before_epilogue()); }
  Shape output_before_epilogue() const {
    return {geometry().output_height(), geometry().output_width(), filters};
  }

  /// weight [kernel, kernel, channels, filters], bias [filters].
  std::vector<Parameter> parameters() const;

  /// A padded image, a padded gradient and the flipped weights.
  std::size_t scratch_size(int images) const;
};

template <class Scalar>
void forward(const Convolution& layer, const LayerPass<Scalar>& pass);
template <class Scalar>
void backward(const Convolution& layer, const LayerPass<Scalar>& pass);

}  // namespace inkling::nn
