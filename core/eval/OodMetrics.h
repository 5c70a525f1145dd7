#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace inkling::eval {

/// The energy of each image: [images] of `logits` [images, 10].
std::vector<float> energies(std::span<const float> logits);

/// The largest threshold that a further digit reaches with probability `share` (0 to 1) or more, if it is
/// like those that have these scores: as in conformal prediction (Vovk et al., 2005), the k-th smallest of n
/// with k = (1 - share) (n + 1) rounded down. 0, which all energies reach, where they are too few to promise
/// it: 99 % takes 99 of them.
float threshold_accepting(double share, std::vector<float> scores);

/// The part of the scores that is `threshold` or more; 0 where there are none.
double accepted_share(std::span<const float> scores, float threshold);

/// How likely one of `higher` is above one of `lower`, a tie counted half: the area under the curve of true
/// against false positives (AUROC). Both must have scores.
double auroc(std::span<const float> higher, std::span<const float> lower);

/// What a model made of images of one kind that are no digits.
struct KindLogits {
  std::string_view kind;
  std::vector<float> logits;  // [images, 10]
};

/// How well a kind is told apart from digits by its energy.
struct OodScore {
  std::string kind;
  double auroc = 0;
  double false_accept = 0;  // the share that is taken for digits
};

/// Of each kind in turn, and after them of all together, under the name "all". Each kind has images, as the
/// digits have: `digit_logits` [digits, 10].
std::vector<OodScore> ood_scores(std::span<const float> digit_logits, std::span<const KindLogits> kinds,
                                 float energy_threshold);

}  // namespace inkling::eval
