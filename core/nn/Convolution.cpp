#include "core/nn/Convolution.h"

#include <cassert>

namespace inkling::nn {

namespace {

/// The layer's scratch memory in its parts.
template <class Scalar>
struct Scratch {
  Scalar *padded_input, *padded_gradient, *turned_weights;

  Scratch(const Convolution& layer, Scalar* scratch)
      : padded_input(scratch),
        padded_gradient(padded_input + layer.geometry().padded_size()),
        turned_weights(padded_gradient + layer.backward_geometry().padded_size()) {}
};

/// output = the patches of the padded image times the weights, and the bias and the tail where there is one.
template <class Scalar>
void respond(const Convolution& layer, const Scalar* padded, const Scalar* weights, Scalar* output) {
  const math::StridedRows patches = layer.geometry().patches();
  const Scalar* bias = weights + patches.columns() * layer.filters;
  const int filters = layer.filters;
  if (layer.epilogue.pool) {
    math::gemm_bias_pool<Scalar>(patches, padded, weights, bias, layer.epilogue.relu, output, filters);
  } else if (layer.has_bias) {
    math::gemm_bias<Scalar>(patches, padded, weights, bias, layer.epilogue.relu, output, filters);
  } else {
    math::gemm<Scalar>(patches, padded, weights, output, filters, math::Accumulate::replace);
  }
}

/// weights [kernel, kernel, channels, filters] turned by half a turn, with channels and filters exchanged:
/// turned[y][x][filter][channel] = weights[kernel - 1 - y][kernel - 1 - x][channel][filter].
template <class Scalar>
void turn_weights(const Convolution& layer, const Scalar* weights, Scalar* turned) {
  const int channels = layer.input.channels, places = layer.kernel * layer.kernel;
  for (int place = 0; place < places; ++place) {
    const math::ConstMatrixView<Scalar> source(weights + (places - 1 - place) * channels * layer.filters,
                                               channels, layer.filters);
    math::MatrixView<Scalar>(turned + place * channels * layer.filters, layer.filters, channels) =
        source.transpose();
  }
}

}  // namespace

std::vector<Parameter> Convolution::parameters() const {
  std::vector<Parameter> all = {{Parameter::Kind::weight, 0, {kernel, kernel, input.channels, filters}}};
  if (has_bias) all.push_back({Parameter::Kind::bias, all[0].size(), {filters}});
  return all;
}

std::size_t Convolution::scratch_size(int /*images*/) const {
  return static_cast<std::size_t>(geometry().padded_size() + backward_geometry().padded_size() +
                                  geometry().patch_size() * filters);
}

// One image at a time, so that it stays in the cache while it is used. Scratch memory starts as zeros and
// only the middle of the padded images is ever written.

template <class Scalar>
void forward(const Convolution& layer, const LayerPass<Scalar>& pass) {
  assert(layer.has_bias || !(layer.epilogue.relu || layer.epilogue.pool));
  const Scratch<Scalar> scratch(layer, pass.scratch);
  for (int image = 0; image < pass.images; ++image) {
    math::copy_into_padded(layer.geometry(), pass.input + image * layer.input.size(), scratch.padded_input);
    respond(layer, scratch.padded_input, pass.weights, pass.output + image * layer.output().size());
  }
}

template <class Scalar>
void backward(const Convolution& layer, const LayerPass<Scalar>& pass) {
  const math::ConvolutionGeometry geometry = layer.geometry(), backward_geometry = layer.backward_geometry();
  const Scratch<Scalar> scratch(layer, pass.scratch);
  const int output_size = layer.output().size();
  if (pass.input_gradient != nullptr) turn_weights(layer, pass.weights, scratch.turned_weights);
  for (int image = 0; image < pass.images; ++image) {
    // With P the patches of x, y = P W, so dW = P^T dy. And dx at a place is the sum of every dy that it went
    // into, each times the weight it went through: the patches of dy times W, turned round.
    const Scalar* output_gradient = pass.output_gradient + image * output_size;
    math::copy_into_padded(geometry, pass.input + image * layer.input.size(), scratch.padded_input);
    math::gemm_tn<Scalar>(geometry.patches(), scratch.padded_input, output_gradient, pass.weight_gradient,
                          layer.filters, image == 0 ? math::Accumulate::replace : math::Accumulate::add);
    if (pass.input_gradient == nullptr) continue;
    math::copy_into_padded(backward_geometry, output_gradient, scratch.padded_gradient);
    math::gemm<Scalar>(backward_geometry.patches(), scratch.padded_gradient, scratch.turned_weights,
                       pass.input_gradient + image * layer.input.size(), layer.input.channels,
                       math::Accumulate::replace);
  }
  if (!layer.has_bias) return;
  rows(pass.weight_gradient + geometry.patch_size() * layer.filters, 1, layer.filters) =
      rows(pass.output_gradient, pass.images * geometry.positions(), layer.filters).colwise().sum();
}

template void forward(const Convolution&, const LayerPass<float>&);
template void forward(const Convolution&, const LayerPass<double>&);
template void backward(const Convolution&, const LayerPass<float>&);
template void backward(const Convolution&, const LayerPass<double>&);

}  // namespace inkling::nn
