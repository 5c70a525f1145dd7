#include "core/train/FineTune.h"

#include <algorithm>
#include <array>

#include "core/nn/Loss.h"
#include "core/train/Evaluation.h"

namespace inkling {

namespace {

/// How many of the digits are read right and taken for digits, where the calibration says what is one.
std::size_t count_right(const Network& network, std::span<const float> weights, const Subset& digits,
                        float least_energy, ThreadPool& pool) {
  const auto logits = logits_of(network, weights, digits, pool);
  std::size_t right = 0;
  for (std::size_t image = 0; image < digits.size(); ++image) {
    const auto answer = std::span(logits).subspan(image * class_count).first<class_count>();
    right += likeliest_class(answer) == digits.dataset->labels[digits.indices[image]] &&
             energy(answer) >= least_energy;
  }
  return right;
}

/// Turned, moved and stretched less than in a training, where a form that is odd already would become another
/// digit's.
constexpr AugmentOptions changes = {
    .rotation_degrees = 4.5f,
    .scale = 0.045f,
    .aspect = 0.02f,
    .shear = 0.1f,
    .shift_pixels = 0.9f,
    .stroke_pixels = 0.4f,
    .pen = {.narrowest_share = 0.094f, .widest_share = 0.13f, .slant = 0.06f}};

constexpr std::size_t most_features = 12'000'000;  // that are held at a time, 48 MB

std::size_t fitting(std::size_t images, const Exceptions& exceptions) {
  return std::min(images, most_features / static_cast<std::size_t>(exceptions.features()));
}

std::vector<std::uint8_t> digits_of(const Dataset& corrections) {
  std::vector<std::uint8_t> digits = corrections.labels;
  std::ranges::sort(digits);
  digits.erase(std::unique(digits.begin(), digits.end()), digits.end());
  return digits;
}

/// The value that `share` of them are below; 0 of none.
float quantile(const Eigen::VectorXf& values, double share) {
  if (values.size() == 0) return 0;
  std::vector<float> sorted(values.begin(), values.end());
  std::ranges::sort(sorted);
  const auto place = static_cast<std::size_t>(share * static_cast<double>(sorted.size()));
  return sorted[std::min(place, sorted.size() - 1)];
}

/// An exception begins where one in a thousand others is, or where corrections are far, and is made fully for
/// nineteen in twenty corrections.
Ramp ramp_between(const Eigen::VectorXf& others, const Eigen::VectorXf& corrections) {
  constexpr float widest = 1, narrowest = 0.02f;
  const float full = quantile(corrections, 0.05);
  const float begin = std::max(quantile(others, 0.999), full - widest);
  return {begin, std::max(full, begin + narrowest)};
}

/// The least by which the digit's answer has to be raised to be read with a margin, and taken for a digit.
float needed_raise(std::array<float, class_count> answer, std::uint8_t digit, float least_energy) {
  constexpr float step = 0.25f, most = 200, margin = 0.7f, energy_margin = 0.6f;
  const auto enough = [&] {
    for (int other = 0; other < class_count; ++other)
      if (other != digit && answer[digit] < answer[static_cast<std::size_t>(other)] + margin) return false;
    return energy(answer) >= least_energy + energy_margin;
  };
  float raise = 0;
  for (; raise < most && !enough(); raise += step) answer[digit] += step;
  return raise;
}

/// What is enough for nine tenths of these answers.
float enough_for(const Matrix<float>& answers, std::uint8_t digit, float least_energy) {
  Eigen::VectorXf raises(answers.rows());
  for (Eigen::Index image = 0; image < answers.rows(); ++image) {
    std::array<float, class_count> answer;
    std::copy_n(answers.row(image).data(), class_count, answer.begin());
    raises[image] = needed_raise(answer, digit, least_energy);
  }
  return quantile(raises, 0.9);
}

/// The rows whose label is as `wanted` says.
template <class Wanted>
Matrix<float> chosen(const Matrix<float>& rows, const Wanted& wanted) {
  std::vector<Eigen::Index> indices;
  for (Eigen::Index row = 0; row < rows.rows(); ++row)
    if (wanted(static_cast<std::size_t>(row))) indices.push_back(row);
  return rows(indices, Eigen::all);
}

}  // namespace

FineTune::FineTune(const Model& model, const Dataset& corrections, const FineTuneOptions& options,
                   ThreadPool& pool)
    : model_(&model),
      corrections_(&corrections),
      options_(options),
      pool_(&pool),
      exceptions_(model),
      features_(exceptions_.body(), exceptions_.body_weights()),
      rehearsal_(fitting(options.rehearsal, exceptions_), options.held_out, options.seed),
      digits_(digits_of(corrections)),
      learned_(model) {}

bool FineTune::running() const {
  return progress_.state == FineTuneProgress::State::drawing ||
         progress_.state == FineTuneProgress::State::learning;
}

const FineTuneProgress& FineTune::advance() {
  if (progress_.state == FineTuneProgress::State::drawing) {
    draw_slice();
  } else if (progress_.state == FineTuneProgress::State::learning) {
    learn_slice();
  }
  return progress_;
}

void FineTune::draw_slice() {
  if (!rehearsal_.advance(*pool_)) progress_.state = FineTuneProgress::State::learning;
  progress_.done = 0.4 * static_cast<double>(rehearsal_.drawn()) / static_cast<double>(rehearsal_.in_all());
}

void FineTune::learn_slice() {
  if (rehearsed_.rows() == 0) {
    look_at_all();
  } else if (!separator_) {
    start_digit();
  } else if (!separator_->advance()) {
    add_exception();
  }
  progress_.done = 0.5 + 0.5 * static_cast<double>(digit_) / static_cast<double>(digits_.size());
  if (digit_ == digits_.size()) finish();
}

/// The features of all that is rehearsed, and of the corrections, as they are and changed.
void FineTune::look_at_all() {
  rehearsed_ = features_.of(
      static_cast<int>(rehearsal_.size()),
      [&](int image, std::span<float, image_pixels> floats) {
        to_floats(rehearsal_.image(static_cast<std::size_t>(image)), floats);
      },
      *pool_);
  as_they_are_ = features_.of(
      static_cast<int>(fitting(corrections_->size(), exceptions_)),
      [&](int image, std::span<float, image_pixels> floats) {
        to_floats(corrections_->image(static_cast<std::size_t>(image)), floats);
      },
      *pool_);
  show_changed();
}

/// Each as often as the others.
void FineTune::show_changed() {
  Subset subset{corrections_, {}};
  const std::uint64_t all = corrections_->size();
  const std::size_t count =
      fitting(std::max(options_.shown * digits_.size(), corrections_->size()), exceptions_);
  for (std::size_t place = 0; place < count; ++place)
    subset.indices.push_back(static_cast<std::uint32_t>(place * all / count));
  shown_labels_.resize(subset.size());
  const Batches batches(subset, {static_cast<int>(subset.size()), options_.seed, changes});
  shown_ = features_.of(
      static_cast<int>(subset.size()),
      [&](int image, std::span<float, image_pixels> floats) {
        shown_labels_[static_cast<std::size_t>(image)] = batches.load(0, image, floats);
      },
      *pool_);
}

Matrix<float> FineTune::corrections_of(std::uint8_t digit) const {
  return chosen(shown_, [&](std::size_t image) { return shown_labels_[image] == digit; });
}

/// What must not be taken for a correction of the digit: the digit's other forms may.
Matrix<float> FineTune::others(std::uint8_t digit) const {
  const Matrix<float> rehearsed =
      chosen(rehearsed_, [&](std::size_t image) { return rehearsal_.label(image) != digit; });
  const Matrix<float> shown =
      chosen(shown_, [&](std::size_t image) { return shown_labels_[image] != digit; });
  Matrix<float> both(rehearsed.rows() + shown.rows(), rehearsed.cols());
  both << rehearsed, shown;
  return both;
}

void FineTune::start_digit() {
  const Matrix<float> against = others(digits_[digit_]), wanted = corrections_of(digits_[digit_]);
  Matrix<float> rows(against.rows() + wanted.rows(), against.cols());
  rows << against, wanted;
  separator_.emplace(rows, wanted.rows());
}

void FineTune::add_exception() {
  const std::uint8_t digit = digits_[digit_];
  const Score score = separator_->score();
  const Matrix<float> wanted = corrections_of(digit);
  const float least_energy = model_->calibration.value_or(Calibration()).least_energy;
  const Matrix<float> as_they_are =
      chosen(as_they_are_, [&](std::size_t image) { return corrections_->labels[image] == digit; });
  // A changed drawing is fainter than it was, and takes less to be raised.
  const float raise = std::max(enough_for(exceptions_.answers(wanted), digit, least_energy),
                               enough_for(exceptions_.answers(as_they_are), digit, least_energy));
  if (raise > 0) {
    const Ramp ramp = ramp_between(score.of(others(digit)), score.of(wanted));
    exceptions_.add(score, ramp, digit, raise);
  }
  separator_.reset();
  ++digit_;
}

void FineTune::finish() {
  if (const Status applied = exceptions_.apply_to(learned_); !applied) {
    progress_.state = FineTuneProgress::State::failed;
    progress_.message = "The model has no room for what it is to learn: " + applied.error().message;
    return;
  }
  const float least_energy = model_->calibration.value_or(Calibration()).least_energy;
  const auto compare = [&](const Subset& digits, float least) {
    return BeforeAfter{digits.size(), count_right(model_->network, model_->weights, digits, least, *pool_),
                       count_right(learned_.network, learned_.weights, digits, least, *pool_)};
  };
  progress_.rehearsal = compare(rehearsal_.held_out(), 0);
  progress_.corrections = compare(whole(*corrections_), least_energy);
  progress_.done = 1;
  progress_.state = FineTuneProgress::State::finished;
}

Model FineTune::model() const {
  Model model = learned_;
  model.precision = Precision::single;
  const BeforeAfter& rehearsal = progress_.rehearsal;
  model.card.data = model_->card.data + "; fine-tuned on " + std::to_string(corrections_->size()) +
                    " corrections, " + fingerprint(*corrections_).substr(0, 16);
  model.card.accuracy = static_cast<double>(rehearsal.right_after) / static_cast<double>(rehearsal.images);
  model.card.protocol = "read " + std::to_string(rehearsal.images) +
                        " digits that Inkling drew and did not show it; fine-tuned on " +
                        std::to_string(corrections_->size()) + " corrections";
  return model;
}

Status check_fine_tuning(const Dataset& corrections) {
  if (corrections.size() == 0) return Error{"There are no corrections to learn from."};
  if (!corrections.labelled())
    return Error{"These drawings have no labels; learning needs to know what each one shows."};
  return success();
}

}  // namespace inkling
