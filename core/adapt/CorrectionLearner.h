#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/adapt/FeatureExtractor.h"
#include "core/adapt/LinearSvm.h"
#include "core/adapt/NeuronPatch.h"
#include "core/adapt/PatchExamples.h"
#include "core/adapt/ReplaySet.h"
#include "core/base/Result.h"
#include "core/base/ThreadPool.h"
#include "core/data/Dataset.h"
#include "core/model/Model.h"

namespace inkling::adapt {

struct CorrectionOptions {
  std::uint64_t seed = 1;
  std::size_t shown = 800;  // drawings of each corrected digit, drawn and changed anew from its corrections
  std::size_t replay = 5200, held_out = 1000;
};

/// How many images of some were read right by the model that was there before, and by the one that learned.
struct BeforeAfter {
  std::size_t images = 0, right_before = 0, right_after = 0;
};

/// Where a fine-tuning is.
struct CorrectionProgress {
  enum class State { drawing, learning, finished, failed };

  State state = State::drawing;
  double done = 0;          // 0 to 1
  BeforeAfter replay;       // digits that neither was shown; once finished
  BeforeAfter corrections;  // read right and taken for digits; once finished
  std::string message;      // why it failed
};

/// Teaches a copy of a model to read some digits as their labels say, while it goes on answering as it did to
/// all else. No weight that is there changes: the copy gets Exceptions, for each corrected digit one, that
/// are made where the features before the last layer say that a drawing is like the corrections and unlike
/// the digits and drawings of no digit of a Rehearsal.
///
/// What the model's calibration says is to stay true, so an exception raises the digit's answer as far as it
/// takes to be read with a margin and to be taken for a digit, and no further.
///
/// Pulled slice by slice, as a Trainer is. The same seed and corrections give the same weights for any number
/// of threads.
class CorrectionLearner {
 public:
  /// What check_corrections() lets pass; all outlive this.
  CorrectionLearner(const model::Model& model, const data::Dataset& corrections,
                    const CorrectionOptions& options, ThreadPool& pool);
  CorrectionLearner(const CorrectionLearner&) = delete;
  CorrectionLearner& operator=(const CorrectionLearner&) = delete;

  const CorrectionProgress& advance();
  const CorrectionProgress& progress() const { return progress_; }
  bool running() const;

  /// The model that has learned, once finished, with a card that says so.
  model::Model model() const;

 private:
  /// A digit that is being learned.
  struct Lesson {
    std::vector<Eigen::Index> others, changed, as_they_are;  // places of examples
    LinearSvm svm;                                           // of the others from those changed
  };

  double done() const;
  void draw_slice();
  void look_slice();
  void learn_slice();
  template <class Wanted>
  std::vector<Eigen::Index> places(const Wanted& wanted) const;
  void start_digit();
  void add_exception();
  void apply();
  void compare_slice();
  /// A slice of some digits, read before and after.
  void compare(const data::Subset& digits, float energy_threshold, BeforeAfter& counts);

  const model::Model* model_;
  const data::Dataset* corrections_;
  CorrectionOptions options_;
  ThreadPool* pool_;
  const NeuronPatch before_;  // those that the model has
  NeuronPatch exceptions_;
  FeatureExtractor features_;
  std::vector<std::uint8_t> digits_;  // that have corrections
  ReplaySet rehearsal_;
  PatchExamples examples_;
  math::Matrix<float> seen_;          // the features of the examples,
  std::vector<std::uint8_t> labels_;  // and what they show
  std::size_t looked_at_ = 0;         // of the examples
  std::size_t digit_ = 0;             // of digits_, that is being learned
  std::optional<Lesson> lesson_;      // for it
  model::Model learned_;
  CorrectionProgress progress_;
};

/// What a fine-tuning can be made for, or the sentence that says why not.
Status check_corrections(const data::Dataset& corrections);

}  // namespace inkling::adapt
