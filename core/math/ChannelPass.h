#pragma once

namespace inkling::math {

/// What becomes of each channel of an image [height, width, channels]: it is scaled and shifted, then, where
/// so asked, what is below 0 becomes 0, and of every 2x2 square only the largest value is kept; a row or
/// column left over is dropped. All in one pass over memory, which as passes of their own would be most of
/// the time of a small network.
struct ChannelMap {
  int height = 0, width = 0, channels = 0;
  bool relu = false, pool = false;

  int positions() const { return height * width; }
  int size() const { return positions() * channels; }
  int output_size() const { return pool ? height / 2 * (width / 2) * channels : size(); }
};

/// The amounts of a map, each [channels]: y = x * factor + offset.
template <class Scalar>
struct ChannelFactors {
  const Scalar *factor = nullptr, *offset = nullptr;
};

/// Of each channel the mean and the sum of squared deviations from it, over `positions` values: [channels]
/// both.
template <class Scalar>
void measure_channels(const Scalar* image, int positions, int channels, Scalar* mean, Scalar* squares);

/// output [output size] = the image, mapped.
template <class Scalar>
void map_channels(const ChannelMap& map, const Scalar* image, const ChannelFactors<Scalar>& factors,
                  Scalar* output);

/// With dy the gradient by the scaled and shifted values, which is the output's where a value got through and
/// 0 elsewhere (the first of equals gets through a square): sums += dy, products += dy * (x - mean), per
/// channel.
template <class Scalar>
void add_channel_gradients(const ChannelMap& map, const Scalar* image, const ChannelFactors<Scalar>& factors,
                           const Scalar* output_gradient, const Scalar* mean, Scalar* sums, Scalar* products);

/// How the gradient by the image comes about: dx = dy * gradient_factor + x * image_factor + offset, each
/// [channels].
template <class Scalar>
struct GradientFactors {
  const Scalar *gradient_factor = nullptr, *image_factor = nullptr, *offset = nullptr;
};

/// image_gradient [size] = dx, with dy as above.
template <class Scalar>
void channel_image_gradient(const ChannelMap& map, const Scalar* image, const ChannelFactors<Scalar>& factors,
                            const Scalar* output_gradient, const GradientFactors<Scalar>& by_image,
                            Scalar* image_gradient);

}  // namespace inkling::math
