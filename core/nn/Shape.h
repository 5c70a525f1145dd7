#pragma once

#include <string>

namespace inkling::nn {

/// The shape of one image between two layers, stored [height, width, channels]. A vector is 1x1xn.
struct Shape {
  int height = 1;
  int width = 1;
  int channels = 1;

  int size() const { return height * width * channels; }
  bool operator==(const Shape&) const = default;
};

/// "28x28x1", or "128" for a vector.
inline std::string to_string(const Shape& shape) {
  if (shape.height == 1 && shape.width == 1) return std::to_string(shape.channels);
  return std::to_string(shape.height) + "x" + std::to_string(shape.width) + "x" +
         std::to_string(shape.channels);
}

}  // namespace inkling::nn
