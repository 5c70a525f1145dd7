// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "core/adapt/LinearSvm.h"
#include "core/adapt/NeuronPatch.h"
#include "core/adapt/ReplaySet.h"
#include "core/base/Result.h"
#include "core/base/ThreadPool.h"
#include "core/data/Dataset.h"
#include "core/math/Matrix.h"
#include "core/model/Model.h"
#include "core/nn/Workspace.h"

namespace inkling::adapt {

/// Runs images through the first layers of a network, a slice at a time, and owns the memory for it.
class FeatureExtractor {
 public:
  /// Both must outlive this.
  FeatureExtractor(const nn::Network& body, std::span<const float> weights);

  /// The largest number of images per slice.
  static int slice_size();

  /// Writes the image with this index within the slice; called from any thread.
  using Load = std::function<void(int index, std::span<float, image_pixels>)>;

  /// The outputs [images, features] for a slice of images.
  math::Matrix<float> extract(int images, const Load& load, ThreadPool& pool);

 private:
  std::span<const float> weights_;
  Eigen::Index features_;
  std::vector<nn::Workspace<float>> shards_;
};

struct CorrectionOptions {
  std::uint64_t seed = 1;
  std::size_t augmented = 800;  // examples per corrected digit
  std::size_t replay = 5200;    // images whose predictions must not change
  std::size_t held_out = 1000;  // images to measure on, at least 1
};

/// How many of `images` the model predicts correctly before and after it is patched.
struct BeforeAfter {
  std::size_t images = 0, correct_before = 0, correct_after = 0;
};

struct CorrectionProgress {
  enum class State { drawing, learning, finished, failed };

  State state = State::drawing;
  double done = 0;          // 0 to 1
  BeforeAfter replay;       // on images held out from the replay set; complete once finished
  BeforeAfter corrections;  // correct only if in distribution, too; complete once finished
  std::string message;      // why it failed
};

/// Teaches a copy of a model some corrections without changing how it reads everything else. No existing
/// weight changes: each corrected digit gets a NeuronPatch, gated by a linear SVM that separates the
/// corrections from a ReplaySet by the features before the last layer.
///
/// To keep the model's calibration valid, a patch raises its digit's logit no more than it takes to predict
/// the digit by a margin and in distribution.
///
/// Advances slice by slice, like a Trainer. The same seed and corrections give the same weights for any
/// number of threads.
class CorrectionLearner {
 public:
  /// Takes corrections and replay data that pass check_corrections(). Replay data are images like those that
  /// the model was trained on, null for synthetic digits. All must outlive this.
  CorrectionLearner(const model::Model& model, const data::Dataset& corrections,
                    const CorrectionOptions& options, ThreadPool& pool,
                    const data::Dataset* replay_data = nullptr);
  CorrectionLearner(const CorrectionLearner&) = delete;
  CorrectionLearner& operator=(const CorrectionLearner&) = delete;

  const CorrectionProgress& advance();
  const CorrectionProgress& progress() const { return progress_; }
  bool running() const;

  /// The patched model with its model card, once finished.
  model::Model model() const;

 private:
  /// The fit in progress, for one digit. Examples are given by index.
  struct DigitFit {
    std::vector<Eigen::Index> negatives, augmented, originals;
    LinearSvm svm;  // separates the negatives from the augmented corrections
  };

  double done() const;
  void generate_slice();
  void extract_slice();
  void fit_slice();
  template <class Predicate>
  std::vector<Eigen::Index> select_examples(const Predicate& predicate) const;
  DigitFit start_fit(std::uint8_t digit) const;
  void add_patch(std::uint8_t digit, const DigitFit& fit);
  void apply_patch();
  void evaluate_slice();
  void evaluate_slice_of(const data::Subset& digits, float energy_threshold, BeforeAfter& counts);

  const model::Model* model_;
  const data::Dataset* corrections_;
  CorrectionOptions options_;
  ThreadPool* pool_;
  const NeuronPatch original_;  // with the model's own neurons
  NeuronPatch patch_;
  FeatureExtractor extractor_;
  std::vector<std::uint8_t> digits_;  // the corrected ones
  ReplaySet replay_;
  PatchExamples examples_;
  math::Matrix<float> features_;      // [examples, features]
  std::vector<std::uint8_t> labels_;  // [examples]
  std::size_t extracted_ = 0;         // number of examples whose features and label are known
  std::size_t fitted_digits_ = 0;
  std::optional<DigitFit> fit_;
  model::Model patched_model_;
  CorrectionProgress progress_;
};

/// Numbers labels as the model does. Fails unless there are corrections, all labelled with classes of the
/// model, and replay data of the same kind where its classes are not the digits.
Status check_corrections(const model::Model& model, data::Dataset& corrections,
                         data::Dataset* replay_data = nullptr);

}  // namespace inkling::adapt
