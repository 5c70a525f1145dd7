// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <span>

#include "core/math/Matrix.h"

namespace inkling::nn {

/// Loss and accuracy summed over images. Images of no class don't count.
struct LossSum {
  double loss = 0;  // sum of -ln(probability of the true class)
  int correct = 0;
  int images = 0;
};

/// Turns each row of logits into probabilities, in place.
template <class Scalar>
void softmax(math::MatrixView<Scalar> logits);

/// Index of the largest logit or probability, the first of equals.
std::uint8_t argmax(std::span<const float> values);

/// Cross-entropy of the softmax of `logits` [images, classes] against `labels` [images].
///
/// With label smoothing e (Szegedy et al., 2016) the target is 1 - e + e / classes for the true class and
/// e / classes for the others. An image labelled `classes` shows none of them and has the target 1 / classes
/// for each (outlier exposure, Hendrycks, Mazeika and Dietterich, 2019). The returned loss is never smoothed,
/// so that those of training and validation are comparable.
///
/// If `gradient` [images, classes] isn't null, it is set to the gradient of the smoothed loss with respect to
/// the logits, summed over the images and divided by `batch`.
template <class Scalar>
LossSum softmax_cross_entropy(math::ConstMatrixView<Scalar> logits, std::span<const std::uint8_t> labels,
                              Scalar label_smoothing = 0, Scalar* gradient = nullptr, int batch = 1);

}  // namespace inkling::nn
