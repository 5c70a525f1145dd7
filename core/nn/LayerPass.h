#pragma once

#include "core/base/Random.h"
#include "core/math/Matrix.h"

namespace inkling::nn {

enum class Mode { inference, training };

/// What one layer works on while some images go forward or backward through it. Nothing is owned; no two
/// of the arrays overlap. Scalar is float, or double where gradients are checked.
template <class Scalar>
struct LayerPass {
  Mode mode = Mode::inference;
  int images = 0;
  Random* random = nullptr;         // training only; dropout draws from it
  const Scalar* weights = nullptr;  // this layer's part of the flat vector
  const Scalar* input = nullptr;    // [images, input size]
  Scalar* output = nullptr;         // [images, output size]; backward reads what forward wrote
  Scalar* scratch = nullptr;        // [scratch size]; in training kept from forward to backward

  // Backward only.
  const Scalar* output_gradient = nullptr;  // [images, output size]
  Scalar* input_gradient = nullptr;         // [images, input size], overwritten; null where nobody needs it
  Scalar* weight_gradient = nullptr;        // this layer's part of the flat gradient, overwritten
  Scalar batch_share = 1;  // of the batch, that these images are; the loss is scaled so already
};

template <class Scalar>
math::ConstMatrixView<Scalar> rows(const Scalar* values, Eigen::Index row_count, Eigen::Index columns) {
  return {values, row_count, columns};
}

template <class Scalar>
math::MatrixView<Scalar> rows(Scalar* values, Eigen::Index row_count, Eigen::Index columns) {
  return {values, row_count, columns};
}

}  // namespace inkling::nn
