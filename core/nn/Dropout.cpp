#include "core/nn/Dropout.h"

#include <algorithm>

namespace inkling::nn {

std::size_t Dropout::scratch_size(int images) const {
  return static_cast<std::size_t>(images) * static_cast<std::size_t>(input.size());
}

template <class Scalar>
void forward(const Dropout& layer, const LayerPass<Scalar>& pass) {
  const int values = pass.images * layer.input.size();
  if (pass.mode == Mode::inference) {
    std::copy_n(pass.input, values, pass.output);
    return;
  }
  const auto kept = Scalar(1 / (1 - layer.rate));
  for (int index = 0; index < values; ++index) {
    pass.scratch[index] = pass.random->uniform() < layer.rate ? Scalar(0) : kept;
    pass.output[index] = pass.input[index] * pass.scratch[index];
  }
}

template <class Scalar>
void backward(const Dropout& layer, const LayerPass<Scalar>& pass) {
  if (pass.input_gradient == nullptr) return;
  const int values = pass.images * layer.input.size();
  for (int index = 0; index < values; ++index) {
    pass.input_gradient[index] = pass.output_gradient[index] * pass.scratch[index];
  }
}

template void forward(const Dropout&, const LayerPass<float>&);
template void forward(const Dropout&, const LayerPass<double>&);
template void backward(const Dropout&, const LayerPass<float>&);
template void backward(const Dropout&, const LayerPass<double>&);

}  // namespace inkling::nn
