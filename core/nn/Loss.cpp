// SPDX-License-Identifier: MIT
#include "core/nn/Loss.h"

#include <algorithm>
#include <cassert>
#include <cmath>

namespace inkling::nn {

template <class Scalar>
void softmax(math::MatrixView<Scalar> logits) {
  for (Eigen::Index row = 0; row < logits.rows(); ++row) {
    auto values = logits.row(row).array();
    values = (values - values.maxCoeff()).exp().eval();
    values /= values.sum();
  }
}

std::uint8_t argmax(std::span<const float> values) {
  return static_cast<std::uint8_t>(std::max_element(values.begin(), values.end()) - values.begin());
}

template <class Scalar>
LossSum softmax_cross_entropy(math::ConstMatrixView<Scalar> logits, std::span<const std::uint8_t> labels,
                              Scalar label_smoothing, Scalar* gradient, int batch) {
  assert(static_cast<std::size_t>(logits.rows()) == labels.size());
  LossSum sum;
  for (Eigen::Index row = 0; row < logits.rows(); ++row) {
    const auto values = logits.row(row).array();
    const Eigen::Index label = labels[static_cast<std::size_t>(row)];
    Eigen::Index predicted = 0;
    const Scalar max = values.maxCoeff(&predicted);
    const Scalar log_sum_exp = std::log((values - max).exp().sum()) + max;
    const bool has_class = label < logits.cols();
    if (has_class) {
      sum.loss += static_cast<double>(log_sum_exp - values[label]);
      sum.correct += predicted == label;
      ++sum.images;
    }
    if (gradient == nullptr) continue;
    // d loss / d logit = probability - target.
    math::RowView<Scalar> row_gradient(gradient + row * logits.cols(), logits.cols());
    const Scalar smoothing = has_class ? label_smoothing : Scalar(1);
    row_gradient = (values - log_sum_exp).exp() - smoothing / Scalar(logits.cols());
    if (has_class) row_gradient[label] -= 1 - smoothing;
    row_gradient /= Scalar(batch);
  }
  return sum;
}

template void softmax(math::MatrixView<float>);
template void softmax(math::MatrixView<double>);
template LossSum softmax_cross_entropy(math::ConstMatrixView<float>, std::span<const std::uint8_t>, float,
                                       float*, int);
template LossSum softmax_cross_entropy(math::ConstMatrixView<double>, std::span<const std::uint8_t>, double,
                                       double*, int);

}  // namespace inkling::nn
