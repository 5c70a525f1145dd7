#include "core/nn/BatchNorm.h"

namespace inkling::nn {

namespace {

/// A row of one value a channel: the `index`-th of those that lie one after the other.
template <class Scalar>
math::RowView<Scalar> channel_row(Scalar* values, int channels, int index) {
  return {values + index * channels, channels};
}
template <class Scalar>
math::ConstRowView<Scalar> channel_row(const Scalar* values, int channels, int index) {
  return {values + index * channels, channels};
}

constexpr int scale_row = 0, shift_row = 1, mean_row = 2, variance_row = 3;  // of the weights

/// The layer's scratch memory, row by row.
template <class Scalar>
struct Scratch {
  math::RowView<Scalar> mean, inverse, factor, offset, first, second;

  Scratch(Scalar* scratch, int channels)
      : mean(scratch, channels),
        inverse(scratch + channels, channels),
        factor(scratch + 2 * channels, channels),
        offset(scratch + 3 * channels, channels),
        first(scratch + 4 * channels, channels),
        second(scratch + 5 * channels, channels) {}

  math::ChannelFactors<Scalar> factors() const { return {factor.data(), offset.data()}; }
};

/// Mean and 1 / sqrt(variance + epsilon) of each channel. Image by image, so that the second look at each
/// finds it in the cache; what they show is put together as by Chan, Golub and LeVeque (1979).
template <class Scalar>
void measure(const BatchNorm& layer, const LayerPass<Scalar>& pass, Scratch<Scalar>& scratch) {
  const int positions = layer.input.height * layer.input.width, channels = layer.input.channels;
  math::RowView<Scalar>&image_mean = scratch.first, &image_squares = scratch.second,
  &squares = scratch.inverse;
  math::measure_channels(pass.input, positions, channels, scratch.mean.data(), squares.data());
  for (int image = 1; image < pass.images; ++image) {
    math::measure_channels(pass.input + image * layer.input.size(), positions, channels, image_mean.data(),
                           image_squares.data());
    const Scalar share = Scalar(1) / Scalar(image + 1);
    image_mean -= scratch.mean;
    squares += image_squares + image_mean.square() * (Scalar(positions) * Scalar(image) * share);
    scratch.mean += image_mean * share;
  }
  scratch.inverse = (squares / Scalar(pass.images * positions) + Scalar(BatchNorm::epsilon)).sqrt().inverse();
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
  const int channels = layer.input.channels;
  Scratch<Scalar> scratch(pass.scratch, channels);
  if (pass.mode == Mode::training) {
    measure(layer, pass, scratch);
  } else {
    scratch.mean = channel_row(pass.weights, channels, mean_row);
    scratch.inverse =
        (channel_row(pass.weights, channels, variance_row) + Scalar(BatchNorm::epsilon)).sqrt().inverse();
  }
  scratch.factor = scratch.inverse * channel_row(pass.weights, channels, scale_row);
  scratch.offset = channel_row(pass.weights, channels, shift_row) - scratch.mean * scratch.factor;
  for (int image = 0; image < pass.images; ++image) {
    math::map_channels(layer.map(), pass.input + image * layer.input.size(), scratch.factors(),
                       pass.output + image * layer.output().size());
  }
}

template <class Scalar>
void backward(const BatchNorm& layer, const LayerPass<Scalar>& pass) {
  const int channels = layer.input.channels;
  const int positions = pass.images * layer.input.height * layer.input.width;
  Scratch<Scalar> scratch(pass.scratch, channels);
  math::RowView<Scalar> scale_gradient = channel_row(pass.weight_gradient, channels, scale_row);
  math::RowView<Scalar> shift_gradient = channel_row(pass.weight_gradient, channels, shift_row);

  // With n = (x - mean) / deviation over N positions and y = n scale + shift:
  // dscale = sum(dy n), dshift = sum(dy), dx = scale / deviation (dy - dshift / N - n dscale / N).
  scale_gradient.setZero();
  shift_gradient.setZero();
  for (int image = 0; image < pass.images; ++image) {
    math::add_channel_gradients(layer.map(), pass.input + image * layer.input.size(), scratch.factors(),
                                pass.output_gradient + image * layer.output().size(), scratch.mean.data(),
                                shift_gradient.data(), scale_gradient.data());
  }
  scale_gradient *= scratch.inverse;

  const Scalar unbiased = Scalar(positions) / Scalar(positions > 1 ? positions - 1 : 1);
  channel_row(pass.weight_gradient, channels, mean_row) =
      pass.batch_share * (channel_row(pass.weights, channels, mean_row) - scratch.mean);
  channel_row(pass.weight_gradient, channels, variance_row) =
      pass.batch_share * (channel_row(pass.weights, channels, variance_row) -
                          (scratch.inverse.square().inverse() - Scalar(BatchNorm::epsilon)) * unbiased);

  if (pass.input_gradient == nullptr) return;
  const Scalar share = Scalar(1) / Scalar(positions);
  math::RowView<Scalar>&image_factor = scratch.first, &offset = scratch.second;
  image_factor = -scratch.factor * scratch.inverse * share * scale_gradient;
  offset = -scratch.factor * share * shift_gradient - image_factor * scratch.mean;
  for (int image = 0; image < pass.images; ++image) {
    math::channel_image_gradient(layer.map(), pass.input + image * layer.input.size(), scratch.factors(),
                                 pass.output_gradient + image * layer.output().size(),
                                 {scratch.factor.data(), image_factor.data(), offset.data()},
                                 pass.input_gradient + image * layer.input.size());
  }
}

template void forward(const BatchNorm&, const LayerPass<float>&);
template void forward(const BatchNorm&, const LayerPass<double>&);
template void backward(const BatchNorm&, const LayerPass<float>&);
template void backward(const BatchNorm&, const LayerPass<double>&);

}  // namespace inkling::nn
