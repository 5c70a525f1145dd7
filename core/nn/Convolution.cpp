// SPDX-License-Identifier: MIT
#include "core/nn/Convolution.h"

#include <cassert>

namespace inkling::nn {

namespace {

/// The layer's scratch memory. It starts as zeros, and only the middle of the padded images is ever written,
/// so their borders stay zero.
template <class Scalar>
struct ConvolutionScratch {
  Scalar *padded_input, *padded_gradient, *flipped_weights;

  ConvolutionScratch(const Convolution& layer, std::span<Scalar> scratch)
      : padded_input(scratch.data()),
        padded_gradient(padded_input + layer.geometry().padded_size()),
        flipped_weights(padded_gradient + layer.backward_geometry().padded_size()) {}
};

/// output = patches of the padded image * weights, plus bias and epilogue if there are any.
template <class Scalar>
void convolve_image(const Convolution& layer, const Scalar* padded, const Scalar* weights, Scalar* output) {
  const math::StridedRows patches = layer.geometry().patches();
  const Scalar* bias = weights + patches.columns() * layer.filters;
  const int filters = layer.filters;
  if (layer.epilogue.pool) {
    math::gemm_bias_pool(patches, padded, weights, bias, layer.epilogue.relu, output, filters);
  } else if (layer.has_bias) {
    math::gemm_bias(patches, padded, weights, bias, layer.epilogue.relu, output, filters);
  } else {
    math::gemm(patches, padded, weights, output, filters, math::Accumulate::no);
  }
}

/// Rotates the weights [kernel, kernel, channels, filters] by 180 degrees and swaps channels and filters:
/// flipped[y][x][filter][channel] = weights[kernel - 1 - y][kernel - 1 - x][channel][filter].
template <class Scalar>
void flip_weights(const Convolution& layer, const Scalar* weights, Scalar* flipped) {
  const int channels = layer.input.channels, taps = layer.kernel * layer.kernel;
  const int tap_size = channels * layer.filters;
  for (int tap = 0; tap < taps; ++tap) {
    const math::ConstMatrixView<Scalar> source(weights + (taps - 1 - tap) * tap_size, channels,
                                               layer.filters);
    math::MatrixView<Scalar>(flipped + tap * tap_size, layer.filters, channels) = source.transpose();
  }
}

}  // namespace

std::vector<Parameter> Convolution::parameters() const {
  std::vector<Parameter> all = {{Parameter::Kind::weight, 0, {kernel, kernel, input.channels, filters}}};
  const auto weights = static_cast<std::size_t>(all[0].element_count());
  if (has_bias) all.push_back({Parameter::Kind::bias, weights, {filters}});
  return all;
}

std::size_t Convolution::scratch_size(int /*images*/) const {
  return static_cast<std::size_t>(geometry().padded_size() + backward_geometry().padded_size() +
                                  geometry().patch_size() * filters);
}

// Both passes handle one image at a time, so that it stays in the cache.

template <class Scalar>
void forward(const Convolution& layer, const LayerPass<Scalar>& pass) {
  assert(layer.has_bias || !(layer.epilogue.relu || layer.epilogue.pool));
  const ConvolutionScratch<Scalar> scratch(layer, pass.scratch);
  for (int image = 0; image < pass.images(); ++image) {
    math::copy_into_padded(layer.geometry(), pass.input.image(image), scratch.padded_input);
    convolve_image<Scalar>(layer, scratch.padded_input, pass.weights.data(), pass.output.image(image));
  }
}

template <class Scalar>
void backward(const Convolution& layer, const LayerPass<Scalar>& pass) {
  // With P the patches of x: y = P W, so dW = P^T dy. dx at a position is the sum of dy over all outputs that
  // it contributes to, each times its weight: the patches of dy times the flipped W.
  const math::ConvolutionGeometry geometry = layer.geometry(), backward_geometry = layer.backward_geometry();
  const ConvolutionScratch<Scalar> scratch(layer, pass.scratch);
  const bool needs_input_gradient = !pass.input_gradient.empty();
  if (needs_input_gradient) flip_weights(layer, pass.weights.data(), scratch.flipped_weights);
  for (int image = 0; image < pass.images(); ++image) {
    const Scalar* output_gradient = pass.output_gradient.image(image);
    math::copy_into_padded(geometry, pass.input.image(image), scratch.padded_input);
    math::gemm_tn<Scalar>(geometry.patches(), scratch.padded_input, output_gradient,
                          pass.weight_gradient.data(), layer.filters,
                          image == 0 ? math::Accumulate::no : math::Accumulate::yes);
    if (!needs_input_gradient) continue;
    math::copy_into_padded(backward_geometry, output_gradient, scratch.padded_gradient);
    math::gemm<Scalar>(backward_geometry.patches(), scratch.padded_gradient, scratch.flipped_weights,
                       pass.input_gradient.image(image), layer.input.channels, math::Accumulate::no);
  }
  if (!layer.has_bias) return;
  math::MatrixView<Scalar> bias_gradient(pass.weight_gradient.data() + geometry.patch_size() * layer.filters,
                                         1, layer.filters);
  bias_gradient = pass.output_gradient.pixels().colwise().sum();
}

template void forward(const Convolution&, const LayerPass<float>&);
template void forward(const Convolution&, const LayerPass<double>&);
template void backward(const Convolution&, const LayerPass<float>&);
template void backward(const Convolution&, const LayerPass<double>&);

}  // namespace inkling::nn
