// SPDX-License-Identifier: MIT
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace inkling::eval {

/// The energies [images] of `logits` [images, classes]; see model::energy().
std::vector<float> energies(std::span<const float> logits, std::size_t classes);

/// The share of the scores that reach the threshold; 0 if there are none.
double acceptance_rate(std::span<const float> scores, float threshold);

/// The area under the ROC curve: the probability that a random score of `higher` exceeds one of `lower`, with
/// ties counted half. Neither may be empty.
double auroc(std::span<const float> higher, std::span<const float> lower);

/// A model's logits for one kind of out-of-distribution image.
struct OodLogits {
  std::string kind;
  std::vector<float> logits;  // [images, classes]
};

/// How well the energy tells this kind from images of the classes.
struct OodScore {
  std::string kind;
  double auroc = 0;
  double false_acceptance_rate = 0;  // the share accepted as one of the classes
};

/// The score of each kind, then that of all together as "all". Neither a kind nor the images of the
/// classes may be empty; `class_logits` is [images, classes].
std::vector<OodScore> ood_scores(std::span<const float> class_logits, std::size_t classes,
                                 std::span<const OodLogits> kinds, float energy_threshold);

}  // namespace inkling::eval
