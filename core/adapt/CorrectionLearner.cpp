// SPDX-License-Identifier: MIT
#include "core/adapt/CorrectionLearner.h"

#include <algorithm>
#include <cassert>
#include <utility>

#include "core/nn/Loss.h"

namespace inkling::adapt {

namespace {

using State = CorrectionProgress::State;

constexpr int shard_count = 8, images_per_shard = 16;
constexpr std::size_t max_feature_values = 12'000'000;  // 48 MB for each kind of example

/// `images`, or as many as fit in memory.
std::size_t limited(std::size_t images, const NeuronPatch& patch) {
  return std::min(images, max_feature_values / static_cast<std::size_t>(patch.feature_count()));
}

PatchExamples::Counts example_counts(const data::Dataset& corrections, std::size_t augmented,
                                     const NeuronPatch& patch) {
  return {.originals = limited(corrections.size(), patch),
          .augmented = limited(std::max(augmented, corrections.size()), patch)};
}

std::vector<std::uint8_t> distinct_labels(const data::Dataset& corrections) {
  std::vector<std::uint8_t> digits = corrections.labels;
  std::ranges::sort(digits);
  digits.erase(std::unique(digits.begin(), digits.end()), digits.end());
  return digits;
}

float energy_threshold_of(const model::Model& model) {
  return model.calibration.value_or(model::Calibration()).energy_threshold;
}

/// How many of the digits from `first` on are predicted correctly and in distribution.
std::size_t count_correct(const math::Matrix<float>& logits, const data::Subset& digits, std::size_t first,
                          float energy_threshold) {
  std::size_t correct = 0;
  for (Eigen::Index image = 0; image < logits.rows(); ++image) {
    const std::span<const float> image_logits(logits.row(image).data(),
                                              static_cast<std::size_t>(logits.cols()));
    const std::uint32_t index = digits.indices[first + static_cast<std::size_t>(image)];
    correct += nn::argmax(image_logits) == digits.dataset->labels[index] &&
               model::energy(image_logits) >= energy_threshold;
  }
  return correct;
}

}  // namespace

FeatureExtractor::FeatureExtractor(const nn::Network& body, std::span<const float> weights)
    : weights_(weights), features_(static_cast<Eigen::Index>(body.output().size())) {
  for (int shard = 0; shard < shard_count; ++shard)
    shards_.emplace_back(body, images_per_shard, nn::Mode::inference);
}

int FeatureExtractor::slice_size() {
  return shard_count * images_per_shard;
}

math::Matrix<float> FeatureExtractor::extract(int images, const Load& load, ThreadPool& pool) {
  assert(images <= slice_size());
  math::Matrix<float> features(images, features_);
  pool.parallel_for((images + images_per_shard - 1) / images_per_shard, [&](int shard) {
    nn::Workspace<float>& workspace = shards_[static_cast<std::size_t>(shard)];
    const int first = shard * images_per_shard, count = std::min(images_per_shard, images - first);
    for (int image = 0; image < count; ++image)
      load(first + image,
           std::span<float, image_pixels>(workspace.input() + image * image_pixels, image_pixels));
    workspace.forward(weights_, count, nn::Mode::inference);
    std::copy_n(workspace.output(), count * features_, features.row(first).data());
  });
  return features;
}

CorrectionLearner::CorrectionLearner(const model::Model& model, const data::Dataset& corrections,
                                     const CorrectionOptions& options, ThreadPool& pool,
                                     const data::Dataset* replay_data)
    : model_(&model),
      corrections_(&corrections),
      options_(options),
      pool_(&pool),
      original_(model),
      patch_(original_),
      extractor_(original_.body(), original_.body_weights()),
      digits_(distinct_labels(corrections)),
      replay_(replay_data ? ReplaySet(*replay_data, limited(options.replay, original_), options.held_out,
                                      options.seed)
                          : ReplaySet(limited(options.replay, original_), options.held_out, options.seed)),
      examples_(replay_, corrections,
                example_counts(corrections, options.augmented * digits_.size(), original_), options.seed),
      features_(static_cast<Eigen::Index>(examples_.size()), original_.feature_count()),
      labels_(examples_.size()),
      patched_model_(model) {}

bool CorrectionLearner::running() const {
  return progress_.state == State::drawing || progress_.state == State::learning;
}

const CorrectionProgress& CorrectionLearner::advance() {
  if (!running()) return progress_;
  if (progress_.state == State::drawing) {
    generate_slice();
  } else if (extracted_ < examples_.size()) {
    extract_slice();
  } else if (fitted_digits_ < digits_.size()) {
    fit_slice();
  } else {
    evaluate_slice();
  }
  progress_.done = done();
  return progress_;
}

/// Weighted by approximate cost: generating an image costs a quarter of a forward pass, and fitting a digit
/// as much as forward passes of a sixth of the examples.
double CorrectionLearner::done() const {
  const auto cost = [&](std::size_t generated, std::size_t forward_passes, double fitted_digits) {
    return static_cast<double>(generated) / 4 + static_cast<double>(forward_passes) +
           fitted_digits * static_cast<double>(examples_.size()) / 6;
  };
  const std::size_t evaluated = progress_.replay.images + progress_.corrections.images;
  const double fitted_digits = static_cast<double>(fitted_digits_) + (fit_ ? fit_->svm.done() : 0);
  return cost(replay_.generated(), extracted_ + evaluated, fitted_digits) /
         cost(replay_.total(), examples_.size() + replay_.total() - replay_.size() + corrections_->size(),
              static_cast<double>(digits_.size()));
}

void CorrectionLearner::generate_slice() {
  if (!replay_.advance(*pool_)) progress_.state = State::learning;
}

void CorrectionLearner::extract_slice() {
  const std::size_t first = extracted_;
  extracted_ = std::min(first + static_cast<std::size_t>(FeatureExtractor::slice_size()), examples_.size());
  const auto count = static_cast<int>(extracted_ - first);
  const auto load = [&](int image, std::span<float, image_pixels> floats) {
    const std::size_t index = first + static_cast<std::size_t>(image);
    labels_[index] = examples_.load(index, floats);
  };
  features_.middleRows(static_cast<Eigen::Index>(first), count) = extractor_.extract(count, load, *pool_);
}

void CorrectionLearner::fit_slice() {
  const std::uint8_t digit = digits_[fitted_digits_];
  if (!fit_) {
    fit_ = start_fit(digit);
  } else if (!fit_->svm.advance()) {
    add_patch(digit, *fit_);
    fit_.reset();
    if (++fitted_digits_ == digits_.size()) apply_patch();
  }
}

template <class Predicate>
std::vector<Eigen::Index> CorrectionLearner::select_examples(const Predicate& predicate) const {
  std::vector<Eigen::Index> selected;
  for (std::size_t index = 0; index < examples_.size(); ++index)
    if (predicate(examples_.kind(index), labels_[index]))
      selected.push_back(static_cast<Eigen::Index>(index));
  return selected;
}

/// The negatives are all examples for which the patch must do nothing. Other images of the same digit are not
/// among them.
CorrectionLearner::DigitFit CorrectionLearner::start_fit(std::uint8_t digit) const {
  using Kind = PatchExamples::Kind;
  auto negatives = select_examples(
      [&](Kind kind, std::uint8_t label) { return kind != Kind::original && label != digit; });
  auto augmented = select_examples(
      [&](Kind kind, std::uint8_t label) { return kind == Kind::augmented && label == digit; });
  auto originals = select_examples(
      [&](Kind kind, std::uint8_t label) { return kind == Kind::original && label == digit; });
  std::vector<Eigen::Index> rows = negatives;
  rows.insert(rows.end(), augmented.begin(), augmented.end());
  LinearSvm svm(features_(rows, Eigen::all), static_cast<Eigen::Index>(augmented.size()));
  return {std::move(negatives), std::move(augmented), std::move(originals), std::move(svm)};
}

void CorrectionLearner::add_patch(std::uint8_t digit, const DigitFit& fit) {
  const auto boost_for = [&](const std::vector<Eigen::Index>& examples) {
    return logit_boost_for(patch_.logits(features_(examples, Eigen::all)), digit,
                           energy_threshold_of(*model_));
  };
  // Augmented corrections have less ink than the originals and may need a smaller boost.
  const float boost = std::max(boost_for(fit.augmented), boost_for(fit.originals));
  if (boost == 0) return;
  const DecisionFunction decision = fit.svm.decision_function();
  const Eigen::VectorXf scores = decision(features_);
  patch_.add(decision, fit_patch_gate(scores(fit.negatives), scores(fit.augmented)), digit, boost);
}

void CorrectionLearner::apply_patch() {
  if (const Status applied = patch_.apply_to(patched_model_); !applied) {
    progress_.state = State::failed;
    progress_.message = "This model can't learn more corrections: " + applied.error().message;
  }
}

void CorrectionLearner::evaluate_slice() {
  if (progress_.replay.images < replay_.total() - replay_.size()) {
    evaluate_slice_of(replay_.held_out(), 0, progress_.replay);
  } else {
    evaluate_slice_of(data::whole(*corrections_), energy_threshold_of(*model_), progress_.corrections);
  }
  if (progress_.corrections.images == corrections_->size()) progress_.state = State::finished;
}

void CorrectionLearner::evaluate_slice_of(const data::Subset& digits, float energy_threshold,
                                          BeforeAfter& counts) {
  const std::size_t first = counts.images;
  const auto count =
      static_cast<int>(std::min<std::size_t>(FeatureExtractor::slice_size(), digits.size() - first));
  const auto load = [&](int image, std::span<float, image_pixels> floats) {
    to_floats(digits.dataset->image(digits.indices[first + static_cast<std::size_t>(image)]), floats);
  };
  const math::Matrix<float> features = extractor_.extract(count, load, *pool_);
  counts.correct_before += count_correct(original_.logits(features), digits, first, energy_threshold);
  counts.correct_after += count_correct(patch_.logits(features), digits, first, energy_threshold);
  counts.images += static_cast<std::size_t>(count);
}

model::Model CorrectionLearner::model() const {
  model::Model model = patched_model_;
  model.precision = model::Precision::single;
  const BeforeAfter& replay = progress_.replay;
  const std::string corrections = std::to_string(corrections_->size()) + " corrections";
  model.info.data = model_->info.data + "; patched with " + corrections + ", " +
                    data::fingerprint(*corrections_).substr(0, 16);
  model.info.accuracy = static_cast<double>(replay.correct_after) / static_cast<double>(replay.images);
  model.info.protocol = std::to_string(replay.images) +
                        (are_digits(model_->classes) ? " held-out synthetic digits; patched with "
                                                     : " images held out; patched with ") +
                        corrections;
  return model;
}

Status check_corrections(const model::Model& model, data::Dataset& corrections, data::Dataset* replay_data) {
  if (corrections.size() == 0) return Error{"There are no corrections to learn from."};
  if (!corrections.labelled()) return Error{"These corrections aren't labelled."}.with_code("noLabels");
  if (Status matched = data::match_classes(corrections, model.classes); !matched) return matched;
  if (replay_data) {
    if (!replay_data->labelled() || replay_data->size() < 2)
      return Error{"The images to replay must be labelled, and at least two."};
    return data::match_classes(*replay_data, model.classes);
  }
  if (are_digits(model.classes)) return success();
  return Error{
      "This model reads other classes than digits. Give labelled images of them to replay, such as those "
      "it was trained on, so that it doesn't forget them."};
}

}  // namespace inkling::adapt
