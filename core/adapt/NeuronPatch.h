// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <span>

#include "core/adapt/LinearSvm.h"
#include "core/base/Result.h"
#include "core/math/Matrix.h"
#include "core/model/Model.h"

namespace inkling::adapt {

/// The values of the decision function at which a patch starts to act and from which it acts fully; linear
/// between.
struct Gate {
  float closed = 0, open = 1;
};

/// Model editing by added neurons (Transformer-Patcher, Huang et al., 2023): they raise the logit of one
/// digit where a decision function of a late layer's inputs is high, and do nothing where it is low. No
/// existing weight changes.
///
/// In a model that ends in `dense N | relu | dense 10`, or another number of classes, the neurons are added
/// to the N. Otherwise such a pair of layers replaces the last one, with each logit split into its positive
/// and its negative part to pass the ReLU. Patching a model again therefore adds neurons, but no layers.
class NeuronPatch {
 public:
  explicit NeuronPatch(const model::Model& model);

  /// The layers before the patched ones, with their weights.
  const nn::Network& body() const { return body_; }
  std::span<const float> body_weights() const { return body_weights_; }

  /// Number of outputs of the body.
  Eigen::Index feature_count() const { return hidden_weights_.rows(); }

  /// The logits [images, classes] for outputs of the body, [images, features].
  math::Matrix<float> logits(const math::Matrix<float>& features) const;

  /// Adds the neurons that raise `digit` by `logit_boost` where the gate is open.
  void add(const DecisionFunction& decision, const Gate& gate, int digit, float logit_boost);

  /// Replaces the model's last layers by the patched ones. Fails if they would have more neurons than a layer
  /// may have.
  Status apply_to(model::Model& model) const;

 private:
  nn::Network body_;
  AlignedVector<float> body_weights_;
  math::Matrix<float> hidden_weights_;  // [features, units]
  math::Matrix<float> hidden_bias_;     // [1, units]
  math::Matrix<float> output_weights_;  // [units, classes]
  math::Matrix<float> output_bias_;     // [1, classes]
};

/// Fits the gate to the scores of negatives and positives, at least one of each: open for 95% of the
/// positives, closed for 99.9% of the negatives and for everything that scores far below the positives.
Gate fit_patch_gate(const Eigen::VectorXf& negatives, const Eigen::VectorXf& positives);

/// The smallest boost of the digit's logit with which 90% of the images are read as that digit by a margin
/// and in distribution (their energy reaches the threshold). 0 if there are no images.
float logit_boost_for(const math::Matrix<float>& logits, std::uint8_t digit, float energy_threshold);

}  // namespace inkling::adapt
