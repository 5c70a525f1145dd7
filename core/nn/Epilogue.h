#pragma once

#include "core/nn/Shape.h"

namespace inkling::nn {

/// What a layer does with its output on the way out, where that saves going through memory again: see
/// fused().
struct Epilogue {
  bool relu = false;  // values below 0 become 0
  bool pool = false;  // of every 2x2 square the largest stays

  Shape output(const Shape& shape) const {
    return pool ? Shape{shape.height / 2, shape.width / 2, shape.channels} : shape;
  }
};

}  // namespace inkling::nn
