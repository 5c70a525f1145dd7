// SPDX-License-Identifier: MIT
#include "core/nn/BatchNorm.h"

#include <type_traits>

namespace inkling::nn {

namespace {

/// The layer's parameters, or their gradients, each [channels].
template <class Scalar>
struct BatchNormWeights {
  using Value = std::remove_const_t<Scalar>;
  using Row = std::conditional_t<std::is_const_v<Scalar>, math::ConstRowView<Value>, math::RowView<Value>>;

  Row scale, shift, running_mean, running_variance;

  BatchNormWeights(const BatchNorm& layer, std::span<Scalar> values)
      : scale(row(layer, values, 0)),
        shift(row(layer, values, 1)),
        running_mean(row(layer, values, 2)),
        running_variance(row(layer, values, 3)) {}

 private:
  static Row row(const BatchNorm& layer, std::span<Scalar> values, int index) {
    return {values.data() + index * layer.input.channels, layer.input.channels};
  }
};

/// The layer's scratch memory. The first four rows stay from forward to backward.
template <class Scalar>
struct BatchNormScratch {
  math::RowView<Scalar> mean, inverse_deviation;
  math::RowView<Scalar> affine_scale, affine_shift;  // normalisation and learned scale and shift in one map
  math::RowView<Scalar> temporary_1, temporary_2;

  BatchNormScratch(const BatchNorm& layer, std::span<Scalar> scratch)
      : mean(row(layer, scratch, 0)),
        inverse_deviation(row(layer, scratch, 1)),
        affine_scale(row(layer, scratch, 2)),
        affine_shift(row(layer, scratch, 3)),
        temporary_1(row(layer, scratch, 4)),
        temporary_2(row(layer, scratch, 5)) {}

  math::ChannelAffine<Scalar> affine() const { return {affine_scale.data(), affine_shift.data()}; }

 private:
  static math::RowView<Scalar> row(const BatchNorm& layer, std::span<Scalar> scratch, int index) {
    return {scratch.data() + index * layer.input.channels, layer.input.channels};
  }
};

/// Mean and 1 / sqrt(variance + epsilon) of each channel over all images. One image at a time, so that the
/// second pass over each finds it in the cache; combined as by Chan, Golub and LeVeque (1979).
template <class Scalar>
void compute_statistics(const BatchNorm& layer, const LayerPass<Scalar>& pass,
                        BatchNormScratch<Scalar>& scratch) {
  const int positions = layer.input.positions(), channels = layer.input.channels;
  math::RowView<Scalar>&image_mean = scratch.temporary_1, &image_squares = scratch.temporary_2,
  &squares = scratch.inverse_deviation;
  math::batch_norm_stats(pass.input.image(0), positions, channels, scratch.mean.data(), squares.data());
  for (int image = 1; image < pass.images(); ++image) {
    math::batch_norm_stats(pass.input.image(image), positions, channels, image_mean.data(),
                           image_squares.data());
    const Scalar share = Scalar(1) / Scalar(image + 1);
    image_mean -= scratch.mean;
    squares += image_squares + image_mean.square() * (Scalar(positions) * Scalar(image) * share);
    scratch.mean += image_mean * share;
  }
  scratch.inverse_deviation =
      (squares / Scalar(pass.images() * positions) + Scalar(BatchNorm::epsilon)).sqrt().inverse();
}

/// Sets the gradient of scale and shift. With n = (x - mean) / deviation and y = n scale + shift:
/// dscale = sum(dy n), dshift = sum(dy).
template <class Scalar>
void compute_weight_gradient(const BatchNorm& layer, const LayerPass<Scalar>& pass,
                             const BatchNormScratch<Scalar>& scratch, BatchNormWeights<Scalar>& gradient) {
  gradient.scale.setZero();
  gradient.shift.setZero();
  for (int image = 0; image < pass.images(); ++image) {
    math::batch_norm_backward_reduce(layer.geometry(), pass.input.image(image), scratch.affine(),
                                     pass.output_gradient.image(image), scratch.mean.data(),
                                     gradient.shift.data(), gradient.scale.data());
  }
  gradient.scale *= scratch.inverse_deviation;
}

/// Sets the "gradient" of the running statistics. The variance is the unbiased one, as in PyTorch.
template <class Scalar>
void compute_statistics_gradient(const BatchNorm& layer, const LayerPass<Scalar>& pass,
                                 const BatchNormScratch<Scalar>& scratch,
                                 BatchNormWeights<Scalar>& gradient) {
  const BatchNormWeights<const Scalar> weights(layer, pass.weights);
  const int positions = pass.images() * layer.input.positions();
  const Scalar unbiased = Scalar(positions) / Scalar(positions > 1 ? positions - 1 : 1);
  gradient.running_mean = pass.batch_share * (weights.running_mean - scratch.mean);
  gradient.running_variance =
      pass.batch_share *
      (weights.running_variance -
       (scratch.inverse_deviation.square().inverse() - Scalar(BatchNorm::epsilon)) * unbiased);
}

}  // namespace

std::vector<Parameter> BatchNorm::parameters() const {
  const int channels = input.channels;
  const auto size = static_cast<std::size_t>(channels);
  return {{Parameter::Kind::norm_scale, 0, {channels}},
          {Parameter::Kind::norm_shift, size, {channels}},
          {Parameter::Kind::running_mean, 2 * size, {channels}},
          {Parameter::Kind::running_variance, 3 * size, {channels}}};
}

std::size_t BatchNorm::scratch_size(int /*images*/) const {
  return scratch_rows * static_cast<std::size_t>(input.channels);
}

template <class Scalar>
void forward(const BatchNorm& layer, const LayerPass<Scalar>& pass) {
  const BatchNormWeights<const Scalar> weights(layer, pass.weights);
  BatchNormScratch<Scalar> scratch(layer, pass.scratch);
  if (pass.mode == Mode::training) {
    compute_statistics(layer, pass, scratch);
  } else {
    scratch.mean = weights.running_mean;
    scratch.inverse_deviation = (weights.running_variance + Scalar(BatchNorm::epsilon)).sqrt().inverse();
  }
  scratch.affine_scale = scratch.inverse_deviation * weights.scale;
  scratch.affine_shift = weights.shift - scratch.mean * scratch.affine_scale;
  for (int image = 0; image < pass.images(); ++image) {
    math::batch_norm_apply(layer.geometry(), pass.input.image(image), scratch.affine(),
                           pass.output.image(image));
  }
}

template <class Scalar>
void backward(const BatchNorm& layer, const LayerPass<Scalar>& pass) {
  BatchNormScratch<Scalar> scratch(layer, pass.scratch);
  BatchNormWeights<Scalar> gradient(layer, pass.weight_gradient);
  compute_weight_gradient(layer, pass, scratch, gradient);
  compute_statistics_gradient(layer, pass, scratch, gradient);
  if (pass.input_gradient.empty()) return;

  // Over N positions: dx = scale / deviation (dy - dshift / N - n dscale / N), as an affine map of dy and x.
  const Scalar share = Scalar(1) / Scalar(pass.images() * layer.input.positions());
  math::RowView<Scalar>&input_scale = scratch.temporary_1, &shift = scratch.temporary_2;
  input_scale = -scratch.affine_scale * scratch.inverse_deviation * share * gradient.scale;
  shift = -scratch.affine_scale * share * gradient.shift - input_scale * scratch.mean;
  for (int image = 0; image < pass.images(); ++image) {
    math::batch_norm_backward_apply(
        layer.geometry(), pass.input.image(image), scratch.affine(), pass.output_gradient.image(image),
        {scratch.affine_scale.data(), input_scale.data(), shift.data()}, pass.input_gradient.image(image));
  }
}

template void forward(const BatchNorm&, const LayerPass<float>&);
template void forward(const BatchNorm&, const LayerPass<double>&);
template void backward(const BatchNorm&, const LayerPass<float>&);
template void backward(const BatchNorm&, const LayerPass<double>&);

}  // namespace inkling::nn
