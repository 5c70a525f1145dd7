// SPDX-License-Identifier: MIT
#include "core/train/Trainer.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "core/data/TrainingSet.h"

namespace inkling::train {

namespace {

data::BatchOptions batch_options(const TrainingOptions& options) {
  data::BatchOptions batches{.size = options.recipe.batch, .seed = options.seed, .augmentation = {}};
  if (options.recipe.augment) batches.augmentation = options.recipe.augmentation;
  return batches;
}

data::Subset training_images(data::Subset training, const TrainingOptions& options) {
  if (options.balance) data::balance_classes(training.indices, *training.dataset);
  return training;
}

AlignedVector<float> draw_weights(const nn::Network& network, const TrainingOptions& options) {
  Random random(options.seed, Purpose::weights);
  return nn::initial_weights<float>(network, options.recipe.initialisation, random);
}

}  // namespace

Trainer::Trainer(nn::Network network, data::Subset training, data::Subset validation,
                 const TrainingOptions& options, ThreadPool& pool, distributed::Communicator& communicator)
    : network_(std::move(network)),
      training_(training_images(std::move(training), options)),
      validation_(std::move(validation)),
      options_(options),
      pool_(&pool),
      batches_(training_, batch_options(options)),
      gradient_(network_, options.recipe.batch, communicator),
      evaluation_(network_, communicator),
      weights_(draw_weights(network_, options)),
      optimiser_(options.recipe.optimiser, model::parameter_groups(network_, options.recipe.optimiser_kind)),
      average_(options.recipe.average_decay, weights_),
      epoch_start_weights_(weights_),
      selected_validation_(no_metrics()),
      epoch_validation_(no_metrics()) {
  progress_.epochs = options.recipe.epochs;
  progress_.steps = batches_.count();
}

bool Trainer::running() const {
  return progress_.state == Progress::State::training || progress_.state == Progress::State::validating;
}

const Progress& Trainer::advance() {
  if (progress_.state == Progress::State::training) {
    train_batch();
  } else if (progress_.state == Progress::State::validating) {
    validate_slice();
  }
  return progress_;
}

void Trainer::train_batch() {
  const std::int64_t step = std::int64_t{progress_.epoch} * progress_.steps + progress_.step;
  const std::int64_t steps = std::int64_t{progress_.epochs} * progress_.steps;
  const float rate = options_.recipe.schedule.rate(step, steps) * static_cast<float>(progress_.rate_scale);
  const std::uint64_t dropout_seed =
      Random(options_.seed, Purpose::dropout, static_cast<std::uint64_t>(step)).next();
  const nn::LossSum sum = gradient_.compute(weights_, batches_, progress_.step,
                                            {options_.recipe.label_smoothing, dropout_seed}, *pool_);
  const int images = batches_.size(progress_.step);
  progress_.learning_rate = rate;
  if (sum.images > 0) {  // a batch of negatives shows no class
    progress_.batch_loss = sum.loss / sum.images;
    progress_.batch_accuracy = static_cast<double>(sum.correct) / sum.images;
  }
  if (!std::isfinite(sum.loss)) return fail_by_divergence();
  optimiser_.start_step(rate, options_.recipe.average_decay > 0 ? &average_ : nullptr);
  gradient_.all_reduce(*pool_, [&](std::size_t begin, std::span<const float> gradient) {
    optimiser_.update(begin, gradient, weights_);
  });
  optimiser_.finish_step(weights_, *pool_);
  progress_.images_seen += images;
  epoch_training_.loss += sum.loss;
  epoch_training_.correct += sum.correct;
  epoch_training_.images += sum.images;
  if (++progress_.step == progress_.steps) progress_.state = Progress::State::validating;
}

void Trainer::validate_slice() {
  const std::size_t count = std::min(evaluation_.slice_size(*pool_), validation_.size() - validated_);
  if (count > 0) {
    const auto logits = evaluation_.logits(current_weights(), validation_, validated_, count, *pool_);
    eval::add_metrics(validation_, validated_, logits, epoch_validation_);
    eval::add_scores(validation_, validated_, logits, 1, epoch_scores_);
  }
  validated_ += count;
  if (validated_ == validation_.size()) end_epoch();
}

void Trainer::end_epoch() {
  if (!all_finite(current_weights())) return fail_by_divergence();
  const double images = epoch_training_.images;
  progress_.training_loss = epoch_training_.loss / images;
  progress_.training_accuracy = epoch_training_.correct / images;
  if (validation_.size() > 0) {
    progress_.validation_loss = epoch_validation_.loss();
    progress_.validation_accuracy = epoch_validation_.accuracy();
  }
  ++progress_.epoch;
  if (better(epoch_validation_)) {
    const auto weights = current_weights();
    selected_weights_.assign(weights.begin(), weights.end());
    selected_validation_ = epoch_validation_;
    progress_.best_epoch = progress_.epoch;
  }
  validation_scores_ =
      epoch_scores_.size() == validation_.size() ? std::move(epoch_scores_) : eval::SampleScores();
  epoch_training_ = {};
  epoch_validation_ = no_metrics();
  epoch_scores_ = {};
  validated_ = 0;
  if (ends_at(progress_)) {
    progress_.state = Progress::State::finished;
    return;
  }
  epoch_start_weights_.assign(current_weights().begin(), current_weights().end());
  progress_.step = 0;
  batches_.start_epoch(progress_.epoch);
  progress_.state = Progress::State::training;
}

bool Trainer::ends_at(const Progress& progress) const {
  const int without_improvement = progress.epoch - progress.best_epoch;
  return progress.epoch == progress_.epochs ||
         (options_.patience > 0 && without_improvement >= options_.patience);
}

Status Trainer::scale_rate(double scale) {
  if (!is_rate_scale(scale))
    return Error{"The learning rate can be scaled by 0.001 to 1,000.", Error::Kind::usage};
  progress_.rate_scale = scale;
  return success();
}

bool Trainer::better(const eval::Metrics& metrics) const {
  if (options_.selection == ModelSelection::last || selected_weights_.empty() || metrics.images() == 0)
    return true;
  if (metrics.accuracy() != selected_validation_.accuracy())
    return metrics.accuracy() > selected_validation_.accuracy();
  return metrics.loss() < selected_validation_.loss();
}

/// A step that ruins the weights shows only in the next step's loss. The last weights known to be good are
/// therefore those from the start of the epoch.
void Trainer::fail_by_divergence() {
  if (selected_weights_.empty()) selected_weights_ = epoch_start_weights_;
  progress_.state = Progress::State::failed;
  progress_.message = "Training diverged in epoch " + std::to_string(progress_.epoch + 1) +
                      ". Try a lower learning rate. The model has the last good weights.";
}

std::span<const float> Trainer::current_weights() const {
  return options_.recipe.average_decay > 0 ? average_.weights() : std::span<const float>(weights_);
}

std::span<const float> Trainer::selected_weights() const {
  return selected_weights_.empty() ? current_weights() : std::span<const float>(selected_weights_);
}

TrainingState Trainer::state() const {
  return {.progress = progress_,
          .weights = weights_,
          .optimiser = optimiser_.state(),
          .average = {average_.weights().begin(), average_.weights().end()},
          .epoch_start_weights = epoch_start_weights_,
          .selected_weights = selected_weights_,
          .selected_validation = selected_validation_,
          .epoch_validation = epoch_validation_,
          .epoch_training = epoch_training_,
          .validated = validated_};
}

void Trainer::restore(TrainingState state) {
  progress_ = std::move(state.progress);
  weights_ = std::move(state.weights);
  optimiser_.restore(std::move(state.optimiser));
  average_.restore(state.average);
  epoch_start_weights_ = std::move(state.epoch_start_weights);
  selected_weights_ = std::move(state.selected_weights);
  selected_validation_ = state.selected_validation;
  epoch_validation_ = state.epoch_validation;
  epoch_training_ = state.epoch_training;
  validated_ = state.validated;
  validation_scores_ = epoch_scores_ = {};
  batches_.start_epoch(progress_.epoch);
}

}  // namespace inkling::train
