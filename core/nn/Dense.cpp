#include "core/nn/Dense.h"

#include "core/math/Gemm.h"

namespace inkling::nn {

std::vector<Parameter> Dense::parameters() const {
  const Parameter weight{Parameter::Kind::weight, 0, {input.size(), units}};
  return {weight, {Parameter::Kind::bias, weight.size(), {units}}};
}

std::size_t Dense::scratch_size(int /*images*/) const {
  return static_cast<std::size_t>(input.size()) * static_cast<std::size_t>(units);
}

template <class Scalar>
void forward(const Dense& layer, const LayerPass<Scalar>& pass) {
  const int inputs = layer.input.size();
  math::gemm_bias<Scalar>(math::contiguous_rows(pass.images, inputs), pass.input, pass.weights,
                          pass.weights + inputs * layer.units, layer.relu, pass.output, layer.units);
}

template <class Scalar>
void backward(const Dense& layer, const LayerPass<Scalar>& pass) {
  const int inputs = layer.input.size();
  // y = x W + b, so dW = x^T dy, db = the sum of dy over the images, dx = dy W^T.
  math::gemm_tn<Scalar>(math::contiguous_rows(pass.images, inputs), pass.input, pass.output_gradient,
                        pass.weight_gradient, layer.units, math::Accumulate::replace);
  rows(pass.weight_gradient + inputs * layer.units, 1, layer.units) =
      rows(pass.output_gradient, pass.images, layer.units).colwise().sum();
  if (pass.input_gradient == nullptr) return;
  rows(pass.scratch, layer.units, inputs) = rows(pass.weights, inputs, layer.units).transpose();
  math::gemm<Scalar>(math::contiguous_rows(pass.images, layer.units), pass.output_gradient, pass.scratch,
                     pass.input_gradient, inputs, math::Accumulate::replace);
}

template void forward(const Dense&, const LayerPass<float>&);
template void forward(const Dense&, const LayerPass<double>&);
template void backward(const Dense&, const LayerPass<float>&);
template void backward(const Dense&, const LayerPass<double>&);

}  // namespace inkling::nn
