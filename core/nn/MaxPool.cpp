#include "core/nn/MaxPool.h"

#include <algorithm>

namespace inkling::nn {

namespace {

constexpr int channels_at_once = 64;  // whose gradients are kept on the stack

/// Calls `visit(input offset of the square's first value, output offset)` for every square of every image;
/// both offsets are those of channel 0.
template <class Visit>
void for_each_square(const MaxPool& layer, int images, Visit visit) {
  const Shape out = layer.output();
  const int channels = layer.input.channels, row_size = layer.input.width * channels;
  int output_offset = 0;
  for (int image = 0; image < images; ++image) {
    for (int y = 0; y < out.height; ++y) {
      for (int x = 0; x < out.width; ++x, output_offset += channels) {
        const int input_offset =
            image * layer.input.size() + y * layer.window * row_size + x * layer.window * channels;
        visit(input_offset, output_offset);
      }
    }
  }
}

/// Calls `visit(offset)` for every place of a square, relative to its first.
template <class Visit>
void for_each_place(const MaxPool& layer, Visit visit) {
  for (int y = 0; y < layer.window; ++y) {
    for (int x = 0; x < layer.window; ++x) visit((y * layer.input.width + x) * layer.input.channels);
  }
}

}  // namespace

template <class Scalar>
void forward(const MaxPool& layer, const LayerPass<Scalar>& pass) {
  const int channels = layer.input.channels;
  for_each_square(layer, pass.images, [&](int input_offset, int output_offset) {
    const Scalar* square = pass.input + input_offset;
    Scalar* largest = pass.output + output_offset;
    std::copy_n(square, channels, largest);
    for_each_place(layer, [&](int place) {
      for (int channel = 0; channel < channels; ++channel) {
        const Scalar value = square[place + channel];
        largest[channel] = largest[channel] < value ? value : largest[channel];
      }
    });
  });
}

template <class Scalar>
void backward(const MaxPool& layer, const LayerPass<Scalar>& pass) {
  if (pass.input_gradient == nullptr) return;
  std::fill_n(pass.input_gradient, pass.images * layer.input.size(), Scalar(0));
  for_each_square(layer, pass.images, [&](int input_offset, int output_offset) {
    for (int begin = 0; begin < layer.input.channels; begin += channels_at_once) {
      const int channels = std::min(channels_at_once, layer.input.channels - begin);
      const Scalar* largest = pass.output + output_offset + begin;
      Scalar left[channels_at_once];  // of each channel's gradient, until its largest value has taken it
      std::copy_n(pass.output_gradient + output_offset + begin, channels, left);
      for_each_place(layer, [&](int place) {
        const Scalar* square = pass.input + input_offset + begin + place;
        Scalar* gradient = pass.input_gradient + input_offset + begin + place;
        for (int channel = 0; channel < channels; ++channel) {
          const bool chosen = square[channel] == largest[channel];
          gradient[channel] = chosen ? left[channel] : Scalar(0);
          left[channel] = chosen ? Scalar(0) : left[channel];
        }
      });
    }
  });
}

template void forward(const MaxPool&, const LayerPass<float>&);
template void forward(const MaxPool&, const LayerPass<double>&);
template void backward(const MaxPool&, const LayerPass<float>&);
template void backward(const MaxPool&, const LayerPass<double>&);

}  // namespace inkling::nn
