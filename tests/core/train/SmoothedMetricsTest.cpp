// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include <algorithm>
#include <vector>

#include "core/base/Random.h"
#include "core/data/Split.h"
#include "core/nn/Architecture.h"
#include "core/synthetic/SyntheticDigits.h"
#include "core/train/SmoothedMetrics.h"

using namespace inkling;
using namespace inkling::train;

namespace {

Progress batch(int number, double loss) {
  Progress progress;
  progress.steps = 100;
  progress.images_seen = number;
  progress.batch_loss = loss;
  progress.batch_accuracy = 0.5;
  return progress;
}

}  // namespace

TEST_CASE("the average of equal batches is their value, from the first one on") {
  SmoothedMetrics metrics;
  for (int number = 1; number < 20; ++number) {
    metrics.add(batch(number, 3));
    CHECK(metrics.smooth(batch(number, 3)).batch_loss == doctest::Approx(3));
  }
}

TEST_CASE("the average lies between the smallest and the largest loss") {
  Random random(1);
  SmoothedMetrics metrics;
  double least = 10, largest = 0;
  for (int number = 1; number < 300; ++number) {
    const double loss = 10 * random.uniform();
    least = std::min(least, loss);
    largest = std::max(largest, loss);
    metrics.add(batch(number, loss));
    const double mean = metrics.smooth(batch(number, 0)).batch_loss;
    CHECK(mean >= least - 1e-9);
    CHECK(mean <= largest + 1e-9);
  }
}

TEST_CASE("slices of validation don't change the average") {
  SmoothedMetrics metrics;
  metrics.add(batch(1, 1));
  metrics.add(batch(2, 2));
  const double before = metrics.smooth(batch(2, 2)).batch_loss;
  for (int slice = 0; slice < 50; ++slice) metrics.add(batch(2, 2));
  CHECK(metrics.smooth(batch(2, 2)).batch_loss == before);
}

TEST_CASE("an average continues from what it returned as if it had never stopped") {
  Random random(2);
  SmoothedMetrics whole, resumed;
  for (int number = 1; number < 250; ++number) {
    Progress now = batch(number, random.uniform());
    now.epoch = number / 100;
    now.step = number % 100;
    whole.add(now);
    resumed.add(now);
    if (number % 60 == 0) resumed = SmoothedMetrics(resumed.smooth(now));
    CHECK(resumed.smooth(now).batch_loss == doctest::Approx(whole.smooth(now).batch_loss).epsilon(1e-12));
  }
}

TEST_CASE("any number of slices at once stops at each epoch's end and gives the same average") {
  const data::Dataset dataset = synthetic::synthetic_digits(400, 4);
  const data::Split parts = data::split(dataset, 0.2, 1);
  TrainingOptions options;
  options.recipe.epochs = 3;
  std::vector<double> losses;
  for (const int slices : {1, 4, 1000}) {
    ThreadPool pool;
    Trainer trainer(nn::build_network("dense 10").value(), {&dataset, parts.training},
                    {&dataset, parts.validation}, options, pool);
    SmoothedMetrics metrics;
    int epoch = 0;
    while (trainer.running()) {
      const Progress progress = advance(trainer, slices, metrics);
      CHECK(progress.epoch <= epoch + 1);
      epoch = progress.epoch;
    }
    CHECK(epoch == 3);
    losses.push_back(metrics.smooth(trainer.progress()).batch_loss);
  }
  CHECK(losses[1] == losses[0]);
  CHECK(losses[2] == losses[0]);
}
