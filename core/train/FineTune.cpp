#include "core/train/FineTune.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

#include "core/model/Recipe.h"
#include "core/nn/Fuse.h"
#include "core/nn/Loss.h"
#include "core/train/Answers.h"
#include "core/train/Evaluation.h"

namespace inkling {

namespace {

int steps_for(std::size_t corrections, const FineTuneOptions& options) {
  const std::size_t batch = static_cast<std::size_t>(options.batch_corrections);
  return std::max(options.steps, static_cast<int>((corrections + batch - 1) / batch));
}

Subset in_turn(const Dataset& dataset, std::size_t count) {
  Subset subset{&dataset, {}};
  for (std::size_t place = 0; place < count; ++place)
    subset.indices.push_back(static_cast<std::uint32_t>(place % dataset.size()));
  return subset;
}

AlignedVector<float> folded_weights(const Model& model, const Network& folded) {
  AlignedVector<float> weights(folded.weight_count);
  fold_weights(model.network, model.weights, weights);
  return weights;
}

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
    .rotation_degrees = 6,
    .scale = 0.06f,
    .aspect = 0.02f,
    .shear = 0.1f,
    .shift_pixels = 1.2f,
    .stroke_pixels = 0.4f,
    .pen = {.narrowest_share = 0.094f, .widest_share = 0.13f, .slant = 0.06f}};

/// Where the weights of the last two layers that have any begin.
std::size_t last_two_layers(const Network& network) {
  std::size_t begin = 0;
  int layers = 0;
  for (std::size_t index = network.nodes.size(); index-- > 0 && layers < 2;) {
    if (parameters(network.nodes[index].layer).empty()) continue;
    begin = network.nodes[index].offset;
    ++layers;
  }
  return begin;
}

bool has_norm(const Network& network) {
  return std::ranges::any_of(
      network.nodes, [](const Network::Node& node) { return std::holds_alternative<BatchNorm>(node.layer); });
}

}  // namespace

FineTune::FineTune(const Model& model, const Dataset& corrections, const FineTuneOptions& options,
                   ThreadPool& pool)
    : model_(&model),
      corrections_(&corrections),
      options_(options),
      pool_(&pool),
      shown_(in_turn(corrections, static_cast<std::size_t>(steps_for(corrections.size(), options) *
                                                           options.batch_corrections))),
      correction_batches_(shown_, {options.batch_corrections, options.seed, changes}),
      rehearsal_(model.network, options.rehearsal, options.held_out, options.seed),
      order_(options.rehearsal),
      network_(folded(model.network)),
      before_(folded_weights(model, network_)),
      weights_(before_),
      first_learning_(last_two_layers(network_)),
      gradient_(network_, options.batch_corrections + options.batch_rehearsal),
      optimiser_({}, weight_spans(network_, OptimiserKind::adamw)),
      images_(static_cast<std::size_t>(options.batch_corrections + options.batch_rehearsal) * image_pixels),
      targets_(images_.size() / image_pixels * class_count),
      steps_(steps_for(corrections.size(), options)) {
  std::iota(order_.begin(), order_.end(), 0u);
  Random(options.seed, Purpose::order).shuffle(std::span(order_));
}

bool FineTune::running() const {
  return progress_.state == FineTuneProgress::State::drawing ||
         progress_.state == FineTuneProgress::State::learning;
}

const FineTuneProgress& FineTune::advance() {
  if (progress_.state == FineTuneProgress::State::drawing) {
    draw_slice();
  } else if (progress_.state == FineTuneProgress::State::learning) {
    learn_batch();
  }
  return progress_;
}

void FineTune::draw_slice() {
  if (!rehearsal_.advance(*model_, *pool_)) progress_.state = FineTuneProgress::State::learning;
  progress_.done = 0.25 * static_cast<double>(rehearsal_.drawn()) / static_cast<double>(rehearsal_.in_all());
}

void FineTune::learn_batch() {
  fill_batch(step_);
  const auto dropout_seed = Random(options_.seed, Purpose::dropout, static_cast<std::uint64_t>(step_)).next();
  const LossSum loss = gradient_.compute(weights_, {images_, targets_}, dropout_seed, *pool_);
  if (!std::isfinite(loss.loss)) {
    progress_.state = FineTuneProgress::State::failed;
    progress_.message = "The loss grew beyond all numbers; the model is as it was before.";
    return;
  }
  optimiser_.start_step(Schedule{Schedule::Kind::one_cycle, options_.rate}.rate(step_, steps_));
  gradient_.add_up(*pool_, [&](std::size_t begin, std::span<const float> gradient) {
    const std::size_t skipped = std::min(std::max(begin, first_learning_) - begin, gradient.size());
    optimiser_.update(begin + skipped, gradient.subspan(skipped), weights_, [](std::size_t, std::size_t) {});
  });
  progress_.done = 0.25 + 0.75 * ++step_ / steps_;
  if (step_ < steps_) return;
  keep_what_is_needed();
  finish();
}

void FineTune::fill_batch(int step) {
  pool_->parallel_for(options_.batch_corrections + options_.batch_rehearsal, [&](int position) {
    position < options_.batch_corrections ? put_correction(step, position) : put_rehearsal(step, position);
  });
}

void FineTune::put_correction(int step, int position) {
  const auto floats =
      std::span(images_).subspan(static_cast<std::size_t>(position) * image_pixels).first<image_pixels>();
  const std::uint8_t label = correction_batches_.load(step, position, floats);
  std::ranges::copy(rehearsal_.usual_answer(label), targets_.begin() + position * class_count);
}

void FineTune::put_rehearsal(int step, int position) {
  const auto floats =
      std::span(images_).subspan(static_cast<std::size_t>(position) * image_pixels).first<image_pixels>();
  const int place = step * options_.batch_rehearsal + position - options_.batch_corrections;
  const std::uint32_t index = order_[static_cast<std::size_t>(place) % order_.size()];
  to_floats(rehearsal_.image(index), floats);
  std::ranges::copy(rehearsal_.target(index), targets_.begin() + position * class_count);
}

/// Goes the least part of the way from the weights before to those learned that does what all of it does:
/// reads the corrections, and four fifths of what was shown of them last, as well.
void FineTune::keep_what_is_needed() {
  constexpr int parts = 10, batches = 10;
  Dataset shown;
  alignas(64) std::array<float, image_pixels> floats;
  for (int place = 0; place < batches * options_.batch_corrections; ++place) {
    const int batch = std::max(steps_ - batches, 0) + place / options_.batch_corrections;
    if (batch >= steps_) break;
    shown.labels.push_back(correction_batches_.load(batch, place % options_.batch_corrections, floats));
    for (const float value : floats)
      shown.pixels.push_back(static_cast<std::uint8_t>(std::lround(255 * value)));
  }
  const float least_energy = model_->calibration.value_or(Calibration()).least_energy;
  const auto right_of = [&](const Dataset& digits) {
    return count_right(network_, weights_, whole(digits), least_energy, *pool_);
  };
  const AlignedVector<float> learned = weights_;
  const std::size_t needed = right_of(*corrections_), wanted = right_of(shown) * 4 / 5;
  for (int part = 1; part < parts; ++part) {
    const float share = static_cast<float>(part) / parts;
    for (std::size_t index = first_learning_; index < weights_.size(); ++index)
      weights_[index] = before_[index] + share * (learned[index] - before_[index]);
    if (right_of(*corrections_) >= needed && right_of(shown) >= wanted) return;
  }
  weights_ = learned;
}

void FineTune::finish() {
  const float least_energy = model_->calibration.value_or(Calibration()).least_energy;
  const auto compare = [&](const Subset& digits, float least) {
    return BeforeAfter{digits.size(), count_right(model_->network, model_->weights, digits, least, *pool_),
                       count_right(network_, weights_, digits, least, *pool_)};
  };
  progress_.rehearsal = compare(rehearsal_.held_out(), 0);
  progress_.corrections = compare(whole(*corrections_), least_energy);
  progress_.state = FineTuneProgress::State::finished;
}

Model FineTune::model() const {
  Model model{network_, weights_, model_->card};
  model.calibration = model_->calibration;
  const BeforeAfter& rehearsal = progress_.rehearsal;
  model.card.data = model_->card.data + "; fine-tuned on " + std::to_string(corrections_->size()) +
                    " corrections, " + fingerprint(*corrections_).substr(0, 16);
  model.card.accuracy = static_cast<double>(rehearsal.right_after) / static_cast<double>(rehearsal.images);
  model.card.protocol = "read " + std::to_string(rehearsal.images) +
                        " digits that Inkling drew and did not show it; fine-tuned on " +
                        std::to_string(corrections_->size()) + " corrections";
  return model;
}

Status check_fine_tuning(const Model& model, const Dataset& corrections) {
  if (corrections.size() == 0) return Error{"There are no corrections to learn from."};
  if (!corrections.labelled())
    return Error{"These drawings have no labels; learning needs to know what each one shows."};
  if (has_norm(folded(model.network))) {
    return Error{
        "This network normalises what comes out of no layer of weights, which corrections would upset. "
        "Use one whose norm stands right after a conv or dense."};
  }
  return success();
}

}  // namespace inkling
