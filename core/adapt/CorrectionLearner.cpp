#include "core/adapt/CorrectionLearner.h"

#include <algorithm>
#include <utility>

#include "core/adapt/PatchFit.h"
#include "core/nn/Loss.h"

namespace inkling::adapt {

namespace {

using State = CorrectionProgress::State;

constexpr std::size_t most_features = 12'000'000;  // that are held of each kind of example, 48 MB

std::size_t fitting(std::size_t images, const NeuronPatch& exceptions) {
  return std::min(images, most_features / static_cast<std::size_t>(exceptions.features()));
}

PatchExamples::Counts counts_of(const data::Dataset& corrections, std::size_t shown,
                                const NeuronPatch& exceptions) {
  return {fitting(corrections.size(), exceptions), fitting(std::max(shown, corrections.size()), exceptions)};
}

std::vector<std::uint8_t> digits_of(const data::Dataset& corrections) {
  std::vector<std::uint8_t> digits = corrections.labels;
  std::ranges::sort(digits);
  digits.erase(std::unique(digits.begin(), digits.end()), digits.end());
  return digits;
}

float least_energy_of(const model::Model& model) {
  return model.calibration.value_or(model::Calibration()).energy_threshold;
}

/// How many of some digits, from `first` on, are read right and taken for digits.
std::size_t count_right(const math::Matrix<float>& answers, const data::Subset& digits, std::size_t first,
                        float energy_threshold) {
  std::size_t right = 0;
  for (Eigen::Index image = 0; image < answers.rows(); ++image) {
    const std::span<const float, class_count> answer(answers.row(image).data(), class_count);
    const std::uint32_t index = digits.indices[first + static_cast<std::size_t>(image)];
    right += nn::argmax(answer) == digits.dataset->labels[index] && model::energy(answer) >= energy_threshold;
  }
  return right;
}

}  // namespace

CorrectionLearner::CorrectionLearner(const model::Model& model, const data::Dataset& corrections,
                                     const CorrectionOptions& options, ThreadPool& pool)
    : model_(&model),
      corrections_(&corrections),
      options_(options),
      pool_(&pool),
      before_(model),
      exceptions_(before_),
      features_(before_.body(), before_.body_weights()),
      digits_(digits_of(corrections)),
      rehearsal_(fitting(options.replay, before_), options.held_out, options.seed),
      examples_(rehearsal_, corrections, counts_of(corrections, options.shown * digits_.size(), before_),
                options.seed),
      seen_(static_cast<Eigen::Index>(examples_.size()), before_.features()),
      labels_(examples_.size()),
      learned_(model) {}

bool CorrectionLearner::running() const {
  return progress_.state == State::drawing || progress_.state == State::learning;
}

const CorrectionProgress& CorrectionLearner::advance() {
  if (!running()) return progress_;
  if (progress_.state == State::drawing) {
    draw_slice();
  } else if (looked_at_ < examples_.size()) {
    look_slice();
  } else if (digit_ < digits_.size()) {
    learn_slice();
  } else {
    compare_slice();
  }
  progress_.done = done();
  return progress_;
}

/// By about how long each takes: four images are drawn while one is looked at, and a digit is learned while a
/// sixth of the examples are.
double CorrectionLearner::done() const {
  const auto time = [&](std::size_t drawn, std::size_t looked_at, double learned, std::size_t compared) {
    return static_cast<double>(drawn) / 4 + static_cast<double>(looked_at + compared) +
           learned * static_cast<double>(examples_.size()) / 6;
  };
  const double learned = static_cast<double>(digit_) + (lesson_ ? lesson_->svm.done() : 0);
  return time(rehearsal_.drawn(), looked_at_, learned,
              progress_.replay.images + progress_.corrections.images) /
         time(rehearsal_.in_all(), examples_.size(), static_cast<double>(digits_.size()),
              options_.held_out + corrections_->size());
}

void CorrectionLearner::draw_slice() {
  if (!rehearsal_.advance(*pool_)) progress_.state = State::learning;
}

void CorrectionLearner::look_slice() {
  const std::size_t first = looked_at_;
  looked_at_ = std::min(first + static_cast<std::size_t>(FeatureExtractor::slice_size()), examples_.size());
  const auto count = static_cast<int>(looked_at_ - first);
  const auto load = [&](int image, std::span<float, image_pixels> floats) {
    const std::size_t place = first + static_cast<std::size_t>(image);
    labels_[place] = examples_.load(place, floats);
  };
  seen_.middleRows(static_cast<Eigen::Index>(first), count) = features_.of(count, load, *pool_);
}

void CorrectionLearner::learn_slice() {
  if (!lesson_) {
    start_digit();
  } else if (!lesson_->svm.advance()) {
    add_exception();
    if (digit_ == digits_.size()) apply();
  }
}

template <class Wanted>
std::vector<Eigen::Index> CorrectionLearner::places(const Wanted& wanted) const {
  std::vector<Eigen::Index> places;
  for (std::size_t place = 0; place < examples_.size(); ++place)
    if (wanted(examples_.kind(place), labels_[place])) places.push_back(static_cast<Eigen::Index>(place));
  return places;
}

/// Others are what must not be taken for a correction of the digit: its other forms may.
void CorrectionLearner::start_digit() {
  using Kind = PatchExamples::Kind;
  const std::uint8_t digit = digits_[digit_];
  auto others =
      places([&](Kind kind, std::uint8_t label) { return kind != Kind::as_it_is && label != digit; });
  auto changed =
      places([&](Kind kind, std::uint8_t label) { return kind == Kind::changed && label == digit; });
  auto as_they_are =
      places([&](Kind kind, std::uint8_t label) { return kind == Kind::as_it_is && label == digit; });
  std::vector<Eigen::Index> rows = others;
  rows.insert(rows.end(), changed.begin(), changed.end());
  LinearSvm svm(seen_(rows, Eigen::all), static_cast<Eigen::Index>(changed.size()));
  lesson_.emplace(Lesson{std::move(others), std::move(changed), std::move(as_they_are), std::move(svm)});
}

void CorrectionLearner::add_exception() {
  const std::uint8_t digit = digits_[digit_];
  const auto raise = [&](const std::vector<Eigen::Index>& places) {
    return logit_boost_for(exceptions_.answers(seen_(places, Eigen::all)), digit, least_energy_of(*model_));
  };
  // A changed drawing is fainter than it was, and takes less to be raised.
  const float enough = std::max(raise(lesson_->changed), raise(lesson_->as_they_are));
  if (enough > 0) {
    const Score score = lesson_->svm.score();
    const Eigen::VectorXf scores = score.of(seen_);
    exceptions_.add(score, fit_patch_gate(scores(lesson_->others), scores(lesson_->changed)), digit, enough);
  }
  lesson_.reset();
  ++digit_;
}

void CorrectionLearner::apply() {
  if (const Status applied = exceptions_.apply_to(learned_); !applied) {
    progress_.state = State::failed;
    progress_.message = "The model has no room for what it is to learn: " + applied.error().message;
  }
}

void CorrectionLearner::compare_slice() {
  if (progress_.replay.images < options_.held_out) {
    compare(rehearsal_.held_out(), 0, progress_.replay);
  } else {
    compare(data::whole(*corrections_), least_energy_of(*model_), progress_.corrections);
  }
  if (progress_.corrections.images == corrections_->size()) progress_.state = State::finished;
}

void CorrectionLearner::compare(const data::Subset& digits, float energy_threshold, BeforeAfter& counts) {
  const std::size_t first = counts.images;
  const auto count =
      static_cast<int>(std::min<std::size_t>(FeatureExtractor::slice_size(), digits.size() - first));
  const auto load = [&](int image, std::span<float, image_pixels> floats) {
    to_floats(digits.dataset->image(digits.indices[first + static_cast<std::size_t>(image)]), floats);
  };
  const math::Matrix<float> features = features_.of(count, load, *pool_);
  counts.right_before += count_right(before_.answers(features), digits, first, energy_threshold);
  counts.right_after += count_right(exceptions_.answers(features), digits, first, energy_threshold);
  counts.images += static_cast<std::size_t>(count);
}

model::Model CorrectionLearner::model() const {
  model::Model model = learned_;
  model.precision = model::Precision::single;
  const BeforeAfter& replay = progress_.replay;
  model.info.data = model_->info.data + "; fine-tuned on " + std::to_string(corrections_->size()) +
                    " corrections, " + data::fingerprint(*corrections_).substr(0, 16);
  model.info.accuracy = static_cast<double>(replay.right_after) / static_cast<double>(replay.images);
  model.info.protocol = "read " + std::to_string(replay.images) +
                        " digits that Inkling drew and did not show it; fine-tuned on " +
                        std::to_string(corrections_->size()) + " corrections";
  return model;
}

Status check_corrections(const data::Dataset& corrections) {
  if (corrections.size() == 0) return Error{"There are no corrections to learn from."};
  if (!corrections.labelled())
    return Error{"These drawings have no labels; learning needs to know what each one shows."};
  return success();
}

}  // namespace inkling::adapt
