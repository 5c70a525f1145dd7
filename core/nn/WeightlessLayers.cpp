// SPDX-License-Identifier: MIT
#include "core/nn/WeightlessLayers.h"

#include <algorithm>

namespace inkling::nn {

template <class Scalar>
void forward(const Flatten& /*layer*/, const LayerPass<Scalar>& pass) {
  std::copy(pass.input.begin(), pass.input.end(), pass.output.begin());
}

template <class Scalar>
void backward(const Flatten& /*layer*/, const LayerPass<Scalar>& pass) {
  if (pass.input_gradient.empty()) return;
  std::copy(pass.output_gradient.begin(), pass.output_gradient.end(), pass.input_gradient.begin());
}

template <class Scalar>
void forward(const Relu& /*layer*/, const LayerPass<Scalar>& pass) {
  pass.output.rows() = pass.input.rows().cwiseMax(Scalar(0));
}

/// dx = dy where y > 0, else 0.
template <class Scalar>
void backward(const Relu& /*layer*/, const LayerPass<Scalar>& pass) {
  if (pass.input_gradient.empty()) return;
  const int size = pass.output.size();
  for (int index = 0; index < size; ++index) {
    const Scalar gradient = pass.output_gradient.data[index];
    pass.input_gradient.data[index] = pass.output.data[index] > Scalar(0) ? gradient : Scalar(0);
  }
}

namespace {

constexpr int max_channels_at_once = 64;  // whose gradients are on the stack

/// Calls `visit(image, input offset, output offset)` for each window of each image. The offsets are within
/// the image, of channel 0 at the window's first position.
template <class Visit>
void for_each_window(const MaxPool& layer, int images, Visit visit) {
  const Shape output = layer.output();
  const int channels = layer.input.channels, row_size = layer.input.width * channels;
  for (int image = 0; image < images; ++image) {
    int output_offset = 0;
    for (int y = 0; y < output.height; ++y) {
      for (int x = 0; x < output.width; ++x, output_offset += channels) {
        visit(image, y * layer.window * row_size + x * layer.window * channels, output_offset);
      }
    }
  }
}

/// Calls `visit(offset)` for each position of a window, relative to its first.
template <class Visit>
void for_each_position(const MaxPool& layer, Visit visit) {
  for (int y = 0; y < layer.window; ++y) {
    for (int x = 0; x < layer.window; ++x) visit((y * layer.input.width + x) * layer.input.channels);
  }
}

}  // namespace

template <class Scalar>
void forward(const MaxPool& layer, const LayerPass<Scalar>& pass) {
  const int channels = layer.input.channels;
  for_each_window(layer, pass.images(), [&](int image, int input_offset, int output_offset) {
    const Scalar* window = pass.input.image(image) + input_offset;
    Scalar* max = pass.output.image(image) + output_offset;
    std::copy_n(window, channels, max);
    for_each_position(layer, [&](int position) {
      for (int channel = 0; channel < channels; ++channel) {
        const Scalar value = window[position + channel];
        max[channel] = max[channel] < value ? value : max[channel];
      }
    });
  });
}

/// The gradient goes to the first largest value of each window.
template <class Scalar>
void backward(const MaxPool& layer, const LayerPass<Scalar>& pass) {
  if (pass.input_gradient.empty()) return;
  std::fill(pass.input_gradient.begin(), pass.input_gradient.end(), Scalar(0));
  for_each_window(layer, pass.images(), [&](int image, int input_offset, int output_offset) {
    for (int begin = 0; begin < layer.input.channels; begin += max_channels_at_once) {
      const int channels = std::min(max_channels_at_once, layer.input.channels - begin);
      const Scalar* max = pass.output.image(image) + output_offset + begin;
      Scalar remaining[max_channels_at_once];  // each channel's gradient, until its maximum has taken it
      std::copy_n(pass.output_gradient.image(image) + output_offset + begin, channels, remaining);
      for_each_position(layer, [&](int position) {
        const Scalar* values = pass.input.image(image) + input_offset + begin + position;
        Scalar* gradient = pass.input_gradient.image(image) + input_offset + begin + position;
        for (int channel = 0; channel < channels; ++channel) {
          const bool is_max = values[channel] == max[channel];
          gradient[channel] = is_max ? remaining[channel] : Scalar(0);
          remaining[channel] = is_max ? Scalar(0) : remaining[channel];
        }
      });
    }
  });
}

std::size_t Dropout::scratch_size(int images) const {
  return static_cast<std::size_t>(images) * static_cast<std::size_t>(input.size());
}

template <class Scalar>
void forward(const Dropout& layer, const LayerPass<Scalar>& pass) {
  if (pass.mode == Mode::inference) {
    std::copy(pass.input.begin(), pass.input.end(), pass.output.begin());
    return;
  }
  const auto scale = Scalar(1 / (1 - layer.rate));
  const int size = pass.input.size();
  Scalar* factors = pass.scratch.data();
  for (int index = 0; index < size; ++index) {
    factors[index] = pass.random->uniform() < layer.rate ? Scalar(0) : scale;
    pass.output.data[index] = pass.input.data[index] * factors[index];
  }
}

template <class Scalar>
void backward(const Dropout& /*layer*/, const LayerPass<Scalar>& pass) {
  if (pass.input_gradient.empty()) return;
  const int size = pass.input.size();
  const Scalar* factors = pass.scratch.data();
  for (int index = 0; index < size; ++index) {
    pass.input_gradient.data[index] = pass.output_gradient.data[index] * factors[index];
  }
}

#define INKLING_INSTANTIATE(Kind)                               \
  template void forward(const Kind&, const LayerPass<float>&);  \
  template void forward(const Kind&, const LayerPass<double>&); \
  template void backward(const Kind&, const LayerPass<float>&); \
  template void backward(const Kind&, const LayerPass<double>&)

INKLING_INSTANTIATE(Flatten);
INKLING_INSTANTIATE(Relu);
INKLING_INSTANTIATE(MaxPool);
INKLING_INSTANTIATE(Dropout);
#undef INKLING_INSTANTIATE

}  // namespace inkling::nn
