#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/base/Result.h"
#include "core/base/ThreadPool.h"
#include "core/data/Batches.h"
#include "core/model/Model.h"
#include "core/optim/Optimiser.h"
#include "core/train/Rehearsal.h"
#include "core/train/ShardedGradient.h"

namespace inkling {

struct FineTuneOptions {
  std::uint64_t seed = 1;
  int steps = 100;             // more where there are more corrections than these show once
  int batch_corrections = 16;  // of each step
  int batch_rehearsal = 48;
  float rate = 5e-4f;
  std::size_t rehearsal = 2400, held_out = 1000;
};

/// How many images of some were read right by the model that was there before, and by the one that learned.
struct BeforeAfter {
  std::size_t images = 0, right_before = 0, right_after = 0;
};

/// Where a fine-tuning is.
struct FineTuneProgress {
  enum class State { drawing, learning, finished, failed };

  State state = State::drawing;
  double done = 0;          // 0 to 1
  BeforeAfter rehearsal;    // digits that neither was shown; once finished
  BeforeAfter corrections;  // read right and taken for digits; once finished
  std::string message;      // why it failed
};

/// Teaches a copy of a model to read some digits as their labels say, while it goes on answering as it did to
/// all else (learning without forgetting, Li and Hoiem, 2016). Each step shows corrections, drawn and changed
/// anew, and some of a Rehearsal, to be answered as the model did before. Normalisations are folded into the
/// layers before them, so that they normalise by what the model was trained on and not by a few odd drawings.
/// What the model's calibration says is to stay true, so a correction is to be answered as surely as other
/// digits are.
///
/// Only the last two layers of weights learn, and in the end they go no further from where they were than the
/// corrections need (as in Wortsman et al., 2022): what was not rehearsed changes the less.
///
/// Pulled slice by slice, as a Trainer is. The same seed and corrections give the same weights for any number
/// of threads.
class FineTune {
 public:
  /// What check_fine_tuning() lets pass; all outlive this.
  FineTune(const Model& model, const Dataset& corrections, const FineTuneOptions& options, ThreadPool& pool);
  FineTune(const FineTune&) = delete;
  FineTune& operator=(const FineTune&) = delete;

  const FineTuneProgress& advance();
  const FineTuneProgress& progress() const { return progress_; }
  bool running() const;

  /// The model that has learned, once finished, with a card that says so.
  Model model() const;

 private:
  void draw_slice();
  void learn_batch();
  void fill_batch(int step);
  void put_correction(int step, int position);
  void put_rehearsal(int step, int position);
  void keep_what_is_needed();
  void finish();

  const Model* model_;
  const Dataset* corrections_;
  FineTuneOptions options_;
  ThreadPool* pool_;
  Subset shown_;  // each correction as often as all steps show it
  Batches correction_batches_;
  Rehearsal rehearsal_;
  std::vector<std::uint32_t> order_;       // of rehearsing
  Network network_;                        // folded
  AlignedVector<float> before_, weights_;  // of the folded network
  std::size_t first_learning_;             // the weights before it stay
  ShardedGradient gradient_;
  Optimiser optimiser_;
  AlignedVector<float> images_, targets_;  // of the batch at hand
  int step_ = 0, steps_;
  FineTuneProgress progress_;
};

/// What a fine-tuning can be made for, or the sentence that says why not.
Status check_fine_tuning(const Model& model, const Dataset& corrections);

}  // namespace inkling
