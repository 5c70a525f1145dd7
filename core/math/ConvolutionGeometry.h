// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>

#include "core/math/Gemm.h"

namespace inkling::math {

/// A square kernel on an image [height, width, channels], with stride 1 and zero padding on every side.
struct ConvolutionGeometry {
  int height = 0, width = 0, channels = 0;
  int kernel = 0;
  int padding = 0;

  int padded_width() const { return width + 2 * padding; }
  int padded_size() const { return (height + 2 * padding) * padded_width() * channels; }
  int output_height() const { return height + 2 * padding - kernel + 1; }
  int output_width() const { return padded_width() - kernel + 1; }
  int positions() const { return output_height() * output_width(); }
  int patch_size() const { return kernel * kernel * channels; }

  /// Implicit im2col: the patches as a matrix [positions, patch size] within the padded image.
  StridedRows patches() const {
    const int padded_row = padded_width() * channels;
    return {.groups = output_height(),
            .rows_per_group = output_width(),
            .segments = kernel,
            .segment_size = kernel * channels,
            .group_stride = padded_row,
            .row_stride = channels,
            .segment_stride = padded_row};
  }
};

/// Copies an image into the middle of a padded one [padded size], whose border must be zero already.
template <class Scalar>
void copy_into_padded(const ConvolutionGeometry& geometry, const Scalar* image, Scalar* padded) {
  const int row_size = geometry.width * geometry.channels,
            padded_row = geometry.padded_width() * geometry.channels;
  Scalar* target = padded + geometry.padding * (padded_row + geometry.channels);
  for (int row = 0; row < geometry.height; ++row)
    std::copy_n(image + row * row_size, row_size, target + row * padded_row);
}

}  // namespace inkling::math
