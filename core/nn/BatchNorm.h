#pragma once

#include <cstddef>
#include <vector>

#include "core/math/ChannelPass.h"
#include "core/nn/Epilogue.h"
#include "core/nn/LayerPass.h"
#include "core/nn/Parameter.h"
#include "core/nn/Shape.h"

namespace inkling::nn {

/// Batch normalisation (Ioffe and Szegedy, 2015): every channel is brought to mean 0 and variance 1, then
/// scaled and shifted by learned amounts. In training the statistics are those of the images of the pass;
/// in inference the running ones.
///
/// The running statistics live in the flat vector beside the weights, and backward leaves in their places of
/// the gradient how far each is from what was observed, times the share of the batch: a step against the sum
/// makes them follow.
struct BatchNorm {
  Shape input;
  Epilogue epilogue = {};

  static constexpr double epsilon = 1e-5;  // keeps the division from zero; PyTorch's value

  Shape output() const { return epilogue.output(input); }

  /// What becomes of one image.
  math::ChannelMap map() const {
    return {input.height, input.width, input.channels, epilogue.relu, epilogue.pool};
  }

  /// scale, shift, running mean and running variance, each [channels].
  std::vector<Parameter> parameters() const;

  /// Of each channel the mean, the inverse standard deviation, factor and offset of the pass, which backward
  /// needs again, and two amounts that passes work with.
  static constexpr std::size_t scratch_rows = 6;
  std::size_t scratch_size(int images) const;
};

template <class Scalar>
void forward(const BatchNorm& layer, const LayerPass<Scalar>& pass);
template <class Scalar>
void backward(const BatchNorm& layer, const LayerPass<Scalar>& pass);

}  // namespace inkling::nn
