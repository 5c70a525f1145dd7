// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string>
#include <type_traits>

#include "core/math/Matrix.h"

namespace inkling::nn {

/// Shape of one image between two layers, stored as [height, width, channels]. A vector is 1x1xn.
struct Shape {
  int height = 1;
  int width = 1;
  int channels = 1;

  int positions() const { return height * width; }
  int size() const { return positions() * channels; }
  bool operator==(const Shape&) const = default;
};

/// "28x28x1", or "128" for a vector.
inline std::string to_string(const Shape& shape) {
  if (shape.height == 1 && shape.width == 1) return std::to_string(shape.channels);
  return std::to_string(shape.height) + "x" + std::to_string(shape.width) + "x" +
         std::to_string(shape.channels);
}

/// A batch of images of one shape, contiguous in memory that is owned elsewhere: [images, height, width,
/// channels]. `Scalar` is const for tensors that are only read.
template <class Scalar>
struct TensorView {
  using Value = std::remove_const_t<Scalar>;
  using Matrix =
      std::conditional_t<std::is_const_v<Scalar>, math::ConstMatrixView<Value>, math::MatrixView<Value>>;

  Scalar* data = nullptr;
  int images = 0;
  Shape shape = {};

  int size() const { return images * shape.size(); }
  bool empty() const { return data == nullptr; }

  Scalar* image(int index) const { return data + static_cast<std::ptrdiff_t>(index) * shape.size(); }

  Scalar* begin() const { return data; }
  Scalar* end() const { return data + size(); }

  /// One row per image: [images, size of an image].
  Matrix rows() const { return {data, images, shape.size()}; }

  /// One row per pixel: [images * height * width, channels].
  Matrix pixels() const {
    return {data, static_cast<Eigen::Index>(images) * shape.positions(), shape.channels};
  }

  operator TensorView<const Value>() const
    requires(!std::is_const_v<Scalar>)
  {
    return {data, images, shape};
  }
};

}  // namespace inkling::nn
