#pragma once

#include <span>

#include "core/adapt/LinearSvm.h"
#include "core/base/Result.h"
#include "core/math/Matrix.h"
#include "core/model/Model.h"

namespace inkling::adapt {

/// From where an exception begins to be made to where it is made fully, by its score.
struct Gate {
  float begin = 0, full = 1;
};

/// A model, to be given exceptions: units that raise the answer of one digit where a score of a late layer's
/// inputs is high, and do nothing where it is low. Where the model ends in `dense N | relu | dense 10` they
/// join the N; otherwise such layers take its last one's place, in which each answer goes through the ReLU as
/// its positive and its negative part. So what learns again gets more units, and no more layers.
class NeuronPatch {
 public:
  explicit NeuronPatch(const model::Model& model);

  /// What comes before the layers that exceptions are made in, with its weights.
  const nn::Network& body() const { return body_; }
  std::span<const float> body_weights() const { return body_weights_; }
  Eigen::Index features() const { return weights_.rows(); }

  /// The answers [images, 10] to what comes out of the body, [images, features].
  math::Matrix<float> answers(const math::Matrix<float>& features) const;

  void add(const Score& score, const Gate& ramp, int digit, float raise);

  /// Refuses more units than a network may have.
  Status apply_to(model::Model& model) const;

 private:
  nn::Network body_;
  AlignedVector<float> body_weights_;
  math::Matrix<float> weights_, bias_, out_,
      out_bias_;  // [features, units], [1, units], [units, 10], [1, 10]
};

}  // namespace inkling::adapt
