// SPDX-License-Identifier: MIT
#pragma once

namespace inkling::math {

// The passes of batch normalisation over an image, fused with the ReLU and the 2x2 max pooling that may
// follow it: as separate passes these would take most of a small network's time. PyTorch calls these
// functions batch_norm_stats, _elemt, _backward_reduce and _backward_elemt. Arrays without a shape are
// [channels].

/// An image [height, width, channels] and what follows its normalisation. Pooling drops an odd row or column
/// at the end.
struct BatchNormGeometry {
  int height = 0, width = 0, channels = 0;
  bool relu = false, pool = false;

  int positions() const { return height * width; }
  int size() const { return positions() * channels; }
  int output_size() const { return pool ? height / 2 * (width / 2) * channels : size(); }
};

/// Normalisation as one affine map per channel: y = x * scale + shift.
template <class Scalar>
struct ChannelAffine {
  const Scalar *scale = nullptr, *shift = nullptr;
};

/// Mean and sum of squared deviations from it over the `positions` values of each channel.
template <class Scalar>
void batch_norm_stats(const Scalar* image, int positions, int channels, Scalar* mean,
                      Scalar* squared_deviations);

/// output [output size] = the image, normalised, then ReLU and pooling where asked for.
template <class Scalar>
void batch_norm_apply(const BatchNormGeometry& geometry, const Scalar* image,
                      const ChannelAffine<Scalar>& affine, Scalar* output);

/// With dy the gradient of the normalised values: gradient_sums += dy, product_sums += dy * (x - mean). ReLU
/// and pooling pass a gradient back only to the value that they let through, the first of equals.
template <class Scalar>
void batch_norm_backward_reduce(const BatchNormGeometry& geometry, const Scalar* image,
                                const ChannelAffine<Scalar>& affine, const Scalar* output_gradient,
                                const Scalar* mean, Scalar* gradient_sums, Scalar* product_sums);

/// The input gradient as an affine map: dx = dy * gradient_scale + x * input_scale + shift.
template <class Scalar>
struct GradientAffine {
  const Scalar *gradient_scale = nullptr, *input_scale = nullptr, *shift = nullptr;
};

/// image_gradient [size] = dx, with dy as above.
template <class Scalar>
void batch_norm_backward_apply(const BatchNormGeometry& geometry, const Scalar* image,
                               const ChannelAffine<Scalar>& affine, const Scalar* output_gradient,
                               const GradientAffine<Scalar>& gradient_affine, Scalar* image_gradient);

}  // namespace inkling::math
