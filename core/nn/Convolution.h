#pragma once

#include <cstddef>
#include <vector>

#include "core/math/ConvolutionGeometry.h"
#include "core/nn/Epilogue.h"
#include "core/nn/LayerPass.h"
#include "core/nn/Parameter.h"
#include "core/nn/Shape.h"

namespace inkling::nn {

/// Every output position is a weighted sum of the kernel x kernel patch of the input round it; stride 1.
struct Convolution {
  Shape input;
  int kernel = 3;
  int filters = 0;
  bool same = true;        // pads with zeros so that height and width stay; else only whole patches count
  bool has_bias = true;    // not before a normalisation, whose shift does the same work
  Epilogue epilogue = {};  // in inference, and with a bias only

  /// Of the patches that make the output.
  math::ConvolutionGeometry geometry() const {
    return {input.height, input.width, input.channels, kernel, same ? kernel / 2 : 0};
  }

  /// Of the patches of the output's gradient that make the input's: each reaches every output that an input
  /// went into.
  math::ConvolutionGeometry backward_geometry() const {
    const math::ConvolutionGeometry forward = geometry();
    return {forward.output_height(), forward.output_width(), filters, kernel, kernel - 1 - forward.padding};
  }

  /// Before the tail.
  Shape response() const { return {geometry().output_height(), geometry().output_width(), filters}; }

  Shape output() const { return epilogue.output(response()); }

  /// weight [kernel, kernel, channels, filters], bias [filters].
  std::vector<Parameter> parameters() const;

  /// A padded image and a padded gradient, whose borders stay zero, and the weights turned round.
  std::size_t scratch_size(int images) const;
};

template <class Scalar>
void forward(const Convolution& layer, const LayerPass<Scalar>& pass);
template <class Scalar>
void backward(const Convolution& layer, const LayerPass<Scalar>& pass);

}  // namespace inkling::nn
