// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include <cmath>
#include <vector>

#include "core/data/Split.h"
#include "core/data/TrainingSet.h"
#include "core/eval/Predictions.h"
#include "core/nn/Architecture.h"
#include "core/synthetic/Negatives.h"
#include "core/synthetic/SyntheticDigits.h"
#include "core/train/TrainedModel.h"
#include "core/train/Trainer.h"

using namespace inkling;
using namespace inkling::train;

namespace {

const char* const small_network = "conv 3x3 4 valid | norm | relu | pool 4 | dropout 0.1 | dense 10";

TrainingOptions small_options() {
  TrainingOptions options;
  options.recipe.epochs = 2;
  options.recipe.batch = 48;
  options.recipe.schedule = {optim::Schedule::Kind::one_cycle, 1e-2f};
  options.recipe.optimiser_kind = optim::OptimiserKind::muon;  // AdamW still moves the last layer
  options.recipe.average_decay = 0.9f;
  options.recipe.augment = true;
  return options;
}

AlignedVector<float> trained_weights(const data::Dataset& dataset, const TrainingOptions& options,
                                     int threads) {
  ThreadPool pool(threads);
  data::Split parts = data::split(dataset, 0.2, options.seed);
  Trainer trainer(nn::build_network(small_network).value(), {&dataset, parts.training},
                  {&dataset, parts.validation}, options, pool);
  while (trainer.running()) trainer.advance();
  const auto weights = trainer.selected_weights();
  return {weights.begin(), weights.end()};
}

data::Dataset with_negatives(const data::Dataset& digits, std::size_t negatives) {
  data::TrainingSet set;
  set.dataset = digits;
  data::add_negatives(set, synthetic::synthetic_negatives(negatives, 1));
  return set.dataset;
}

/// The share of images with a probability above a half for one digit.
double confident_share(const Trainer& trainer, const data::Dataset& dataset, ThreadPool& pool) {
  const AlignedVector<float> weights(trainer.selected_weights().begin(), trainer.selected_weights().end());
  const eval::Predictions answers = eval::predict({trainer.network(), weights, {}}, dataset, pool);
  int confident = 0;
  for (std::size_t image = 0; image < dataset.size(); ++image)
    confident += answers.probabilities_of(image)[answers.predicted[image]] > 0.5f;
  return confident / static_cast<double>(dataset.size());
}

}  // namespace

TEST_CASE("the same seed gives the same weights, bit for bit, for any number of threads") {
  const data::Dataset dataset = synthetic::synthetic_digits(300, 4);
  const AlignedVector<float> expected = trained_weights(dataset, small_options(), 1);
  CHECK(trained_weights(dataset, small_options(), 1) == expected);
#if !defined(__EMSCRIPTEN__) || defined(__EMSCRIPTEN_PTHREADS__)
  for (const int threads : {2, 3, 4}) CHECK(trained_weights(dataset, small_options(), threads) == expected);
#endif
  TrainingOptions other = small_options();
  other.seed = 2;
  CHECK(trained_weights(dataset, other, 1) != expected);
}

TEST_CASE("a network can memorise a batch") {
  const data::Dataset dataset = synthetic::synthetic_digits(40, 9);
  TrainingOptions options;
  options.recipe.epochs = 60;
  options.recipe.batch = 40;
  options.recipe.schedule.peak = 3e-3f;
  ThreadPool pool;
  Trainer trainer(nn::build_network("dense 64 | relu | dense 10").value(), data::whole(dataset),
                  {&dataset, {}}, options, pool);
  while (trainer.running()) trainer.advance();
  CHECK(trainer.progress().training_accuracy == 1);
  CHECK(trainer.progress().training_loss < 0.05);
}

TEST_CASE("a trained network reads digits it was not trained on") {
  const data::Dataset dataset = synthetic::synthetic_digits(1500, 5),
                      others = synthetic::synthetic_digits(500, 6);
  TrainingOptions options;
  options.recipe.epochs = 8;
  ThreadPool pool;
  Trainer trainer(nn::build_network("dense 64 | relu | dense 10").value(), data::whole(dataset),
                  {&dataset, {}}, options, pool);
  while (trainer.running()) trainer.advance();
  CHECK(eval::evaluate(trainer.network(), trainer.selected_weights(), data::whole(others), pool).accuracy() >
        0.85);
}

TEST_CASE("training loss and accuracy are those of the digits, with negatives or without") {
  const data::Dataset digits = synthetic::synthetic_digits(90, 1), all = with_negatives(digits, 31);
  TrainingOptions options;
  options.recipe.epochs = 1;
  options.recipe.batch = 10;
  options.recipe.schedule.peak = 1e-30f;  // the weights stay what they are
  ThreadPool pool;
  Trainer trainer(nn::build_network("dense 10").value(), data::whole(all), {&all, {}}, options, pool);
  while (trainer.running()) {
    trainer.advance();
    REQUIRE(std::isfinite(trainer.progress().batch_loss));
  }
  const eval::Metrics expected =
      eval::evaluate(trainer.network(), trainer.selected_weights(), data::whole(digits), pool);
  CHECK(trainer.progress().images_seen == 121);
  CHECK(trainer.progress().training_loss == doctest::Approx(expected.loss()));
  CHECK(trainer.progress().training_accuracy == doctest::Approx(expected.accuracy()));
  const model::Model model = trained_model(trainer, all, "test", 1);
  CHECK(model.info.data == "90 images and 31 non-digits");
}

TEST_CASE("a batch without digits leaves loss and accuracy as they were") {
  const data::Dataset negatives = with_negatives({}, 3);
  ThreadPool pool;
  Trainer trainer(nn::build_network("dense 10").value(), data::whole(negatives), {&negatives, {}}, {}, pool);
  CHECK(trainer.advance().batch_loss == 0);
  CHECK(trainer.progress().images_seen == 3);
}

TEST_CASE("training on negatives lowers the confidence on other negatives, not on digits") {
  const data::Dataset digits = synthetic::synthetic_digits(1200, 5), all = with_negatives(digits, 600);
  const data::Dataset other_digits = synthetic::synthetic_digits(300, 6),
                      others = synthetic::synthetic_negatives(300, 2);
  TrainingOptions options;
  options.recipe.epochs = 8;
  ThreadPool pool;
  const auto confident_shares = [&](const data::Dataset& dataset) {
    Trainer trainer(nn::build_network("dense 64 | relu | dense 10").value(), data::whole(dataset),
                    {&dataset, {}}, options, pool);
    while (trainer.running()) trainer.advance();
    return std::pair(confident_share(trainer, other_digits, pool), confident_share(trainer, others, pool));
  };
  const auto [digits_without, others_without] = confident_shares(digits);
  const auto [digits_with, others_with] = confident_shares(all);
  CHECK(others_without > 0.4);
  CHECK(others_with < 0.2);
  CHECK(digits_with > digits_without - 0.05);
}

TEST_CASE("balance repeats the training images of rare classes, and nothing without it") {
  data::Dataset dataset = synthetic::synthetic_digits(60, 1);
  dataset.labels.assign(60, 0);
  dataset.labels[3] = 1;
  ThreadPool pool(1);
  TrainingOptions options;
  const auto images = [&] {
    const Trainer trainer(nn::build_network("dense 10").value(), data::whole(dataset), {&dataset, {3}},
                          options, pool);
    CHECK(trainer.validation().size() == 1);
    return trainer.training().size();
  };
  CHECK(images() == 60);
  options.balance = true;
  CHECK(images() == 60 + 9);
}

TEST_CASE("progress counts batches, epochs and images, the last small batch included") {
  const data::Dataset dataset = synthetic::synthetic_digits(50, 1);
  TrainingOptions options;
  options.recipe.epochs = 2;
  options.recipe.batch = 20;
  ThreadPool pool;
  data::Split parts = data::split(dataset, 0.2, 1);
  Trainer trainer(nn::build_network("dense 10").value(), {&dataset, parts.training},
                  {&dataset, parts.validation}, options, pool);
  CHECK(trainer.progress().steps == 2);
  int advances = 0;
  for (; trainer.running(); ++advances) trainer.advance();
  CHECK(advances == 2 * (2 + 1));  // two batches and one slice of validation, twice
  CHECK(trainer.progress().epoch == 2);
  CHECK(trainer.progress().images_seen == 80);
  CHECK(trainer.progress().state == Progress::State::finished);
  const Progress finished = trainer.progress();
  CHECK(trainer.advance().images_seen == finished.images_seen);
}

TEST_CASE("the selected weights are those of the epoch with the best validation accuracy") {
  const data::Dataset dataset = synthetic::synthetic_digits(400, 3);
  TrainingOptions options;
  options.recipe.epochs = 6;
  options.recipe.schedule.peak = 0.05f;  // high enough that the last epoch need not be the best
  ThreadPool pool;
  const data::Split parts = data::split(dataset, 0.3, 1);
  const data::Subset validation{&dataset, parts.validation};
  Trainer trainer(nn::build_network("dense 32 | relu | dense 10").value(), {&dataset, parts.training},
                  validation, options, pool);
  double best = 0;
  while (trainer.running()) {
    if (trainer.advance().epoch > 0) best = std::max(best, trainer.progress().validation_accuracy);
  }
  CHECK(trainer.selected_validation().accuracy() == best);
  CHECK(eval::evaluate(trainer.network(), trainer.selected_weights(), validation, pool).accuracy() == best);
  const model::Model model = trained_model(trainer, dataset, "test", 1);
  CHECK(model.info.accuracy == best);
  CHECK(model.info.data_fingerprint == data::fingerprint(dataset));
}

TEST_CASE("the last epoch's weights are selected on request") {
  const data::Dataset dataset = synthetic::synthetic_digits(400, 3);
  TrainingOptions options{.recipe = {}, .selection = ModelSelection::last};
  options.recipe.epochs = 6;
  options.recipe.schedule.peak = 0.05f;
  ThreadPool pool;
  const data::Split parts = data::split(dataset, 0.3, 1);
  Trainer trainer(nn::build_network("dense 32 | relu | dense 10").value(), {&dataset, parts.training},
                  {&dataset, parts.validation}, options, pool);
  while (trainer.running()) {
    trainer.advance();
    if (trainer.progress().epoch > 0) CHECK(trainer.progress().best_epoch == trainer.progress().epoch);
  }
  CHECK(trainer.selected_validation().accuracy() == trainer.progress().validation_accuracy);
  const model::Model model = trained_model(trainer, dataset, "test", 1);
  CHECK(model.info.protocol ==
        "measured on 120 of 400 images, held out from training; weights from the last epoch (6)");
}

TEST_CASE("patience ends training after that many epochs without improvement and selects the best") {
  const data::Dataset dataset = synthetic::synthetic_digits(400, 3);
  TrainingOptions options{.recipe = {}, .patience = 3};
  options.recipe.epochs = 200;
  options.recipe.schedule.peak = 0.05f;  // high enough that it stops improving
  ThreadPool pool;
  const data::Split parts = data::split(dataset, 0.3, 1);
  const data::Subset validation{&dataset, parts.validation};
  Trainer trainer(nn::build_network("dense 32 | relu | dense 10").value(), {&dataset, parts.training},
                  validation, options, pool);
  while (trainer.running()) trainer.advance();
  const Progress& progress = trainer.progress();
  CHECK(progress.state == Progress::State::finished);
  CHECK(progress.epoch < 200);
  CHECK(progress.epoch - progress.best_epoch == 3);
  CHECK(eval::evaluate(trainer.network(), trainer.selected_weights(), validation, pool).accuracy() ==
        trainer.selected_validation().accuracy());
}

TEST_CASE("a rate scale applies from the next step on, until it is changed") {
  const data::Dataset dataset = synthetic::synthetic_digits(60, 3);
  TrainingOptions options;
  options.recipe.epochs = 4;
  options.recipe.batch = 20;
  options.recipe.schedule = {optim::Schedule::Kind::cosine, 0.01f};
  ThreadPool pool;
  Trainer trainer(nn::build_network("dense 10").value(), data::whole(dataset), {&dataset, {}}, options, pool);
  CHECK(trainer.advance().learning_rate == 0.01f);
  CHECK(trainer.scale_rate(0.5).ok());
  CHECK(trainer.progress().rate_scale == 0.5);
  CHECK(trainer.advance().learning_rate == options.recipe.schedule.rate(1, 12) / 2);
  CHECK(trainer.advance().learning_rate == options.recipe.schedule.rate(2, 12) / 2);
  CHECK(trainer.scale_rate(1).ok());
  trainer.advance();  // validation
  CHECK(trainer.advance().learning_rate == options.recipe.schedule.rate(3, 12));
  for (const double scale : {0.0, -1.0, 1e9, std::nan("")}) {
    CHECK(trainer.scale_rate(scale).error().message == "The learning rate can be scaled by 0.001 to 1,000.");
  }
  CHECK(trainer.progress().rate_scale == 1);
}

TEST_CASE("training that diverges fails with an error and leaves finite weights") {
  const data::Dataset dataset = synthetic::synthetic_digits(200, 3);
  TrainingOptions options;
  options.recipe.schedule.peak = 1e30f;
  ThreadPool pool;
  Trainer trainer(nn::build_network("dense 32 | relu | dense 10").value(), data::whole(dataset),
                  {&dataset, {}}, options, pool);
  while (trainer.running()) trainer.advance();
  CHECK(trainer.progress().state == Progress::State::failed);
  for (const float weight : trainer.selected_weights()) REQUIRE(std::isfinite(weight));
  CHECK(trainer.progress().message ==
        "Training diverged in epoch 1. Try a lower learning rate. The model has the last good weights.");
}

TEST_CASE("unlabelled data or too few digits are an error") {
  const data::Dataset dataset = synthetic::synthetic_digits(20, 1);
  data::Dataset unlabelled = dataset;
  unlabelled.labels.clear();
  CHECK(check_training_data(dataset, 0.2).ok());
  CHECK(check_training_data({}, 0.2).error().message == "There are no images to train on.");
  CHECK(check_training_data(unlabelled, 0.2).error().message ==
        "These images have no labels. Training needs labelled images.");
  CHECK(check_training_data(synthetic::synthetic_digits(2, 1), 0.5).error().message ==
        "Too few images to train on: 2.");
  CHECK(check_training_data(with_negatives(synthetic::synthetic_digits(1, 1), 50), 0).error().message ==
        "Too few images to train on: 1.");
}
