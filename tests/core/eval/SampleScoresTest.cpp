// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include <cmath>
#include <memory>
#include <vector>

#include "core/data/Split.h"
#include "core/eval/SampleScores.h"
#include "core/nn/Architecture.h"
#include "core/synthetic/SyntheticDigits.h"
#include "core/train/Trainer.h"

using namespace inkling;
using namespace inkling::eval;

namespace {

/// Logits with these probabilities of two digits; the others share the rest.
std::vector<float> logits_for(int digit, double probability, int other, double other_probability) {
  std::vector<float> logits(digit_count,
                            static_cast<float>(std::log((1 - probability - other_probability) / 8)));
  logits[static_cast<std::size_t>(digit)] = static_cast<float>(std::log(probability));
  logits[static_cast<std::size_t>(other)] = static_cast<float>(std::log(other_probability));
  return logits;
}

/// A dataset whose pixels do not matter.
data::Dataset labelled(std::vector<std::uint8_t> labels) {
  return {std::vector<std::uint8_t>(labels.size() * image_pixels), std::move(labels), {}};
}

}  // namespace

TEST_CASE("an image is scored by its prediction, confidence and loss") {
  SampleScores scores;
  scores.add(41, 4, logits_for(9, 0.7, 4, 0.2));
  CHECK(scores.rows == std::vector<std::uint32_t>{41});
  CHECK(scores.labels[0] == 4);
  CHECK(scores.predicted[0] == 9);
  CHECK(scores.confidence[0] == doctest::Approx(0.7));
  CHECK(scores.uncalibrated_confidence[0] == doctest::Approx(0.7));
  CHECK(scores.label_probability[0] == doctest::Approx(0.2));
  CHECK(scores.losses[0] == doctest::Approx(-std::log(0.2)));
}

TEST_CASE("a temperature changes the confidence, not the prediction") {
  SampleScores scores;
  scores.add(0, 4, logits_for(9, 0.64, 4, 0.04),
             2);  // the other eight have 0.04, too; the roots of 0.64 and 0.04 are 8 to 2
  CHECK(scores.predicted[0] == 9);
  CHECK(scores.uncalibrated_confidence[0] == doctest::Approx(0.64));
  CHECK(scores.confidence[0] == doctest::Approx(8.0 / (8 + 9 * 2)));
  CHECK(scores.label_probability[0] == doctest::Approx(2.0 / (8 + 9 * 2)));
}

TEST_CASE("a label with probability 0 has a large but finite loss in the scores") {
  SampleScores scores;
  scores.add(0, 1, std::vector<float>{1000, 0, 0, 0, 0, 0, 0, 0, 0, 0});
  CHECK(scores.label_probability[0] < 1e-30f);
  CHECK(scores.losses[0] > 80);
  CHECK(std::isfinite(scores.losses[0]));
}

TEST_CASE("scores of a part of a subset have the dataset's rows and labels") {
  const data::Dataset dataset = labelled({0, 1, 2, 3, 4, 5});
  const data::Subset subset{&dataset, {5, 3, 1}};
  std::vector<float> logits;
  for (const int digit : {3, 9}) {
    const auto row = logits_for(digit, 0.9, 0, 0.01);
    logits.insert(logits.end(), row.begin(), row.end());
  }
  SampleScores scores;
  add_scores(subset, 1, logits, 1, scores);
  CHECK(scores.rows == std::vector<std::uint32_t>{3, 1});
  CHECK(scores.labels == std::vector<std::uint8_t>{3, 1});
  CHECK(scores.predicted == std::vector<std::uint8_t>{3, 9});
}

TEST_CASE("the worst mistakes have the largest losses, and correct predictions are not among them") {
  SampleScores scores;
  scores.add(0, 4, logits_for(9, 0.6, 4, 0.3));
  scores.add(1, 4, logits_for(4, 0.4, 9, 0.3));  // correct, if barely
  scores.add(2, 4, logits_for(9, 0.98, 4, 0.001));
  scores.add(3, 7, logits_for(1, 0.8, 7, 0.1));
  CHECK(worst_mistakes(scores, 9) == std::vector<std::uint32_t>{2, 3, 0});
  CHECK(worst_mistakes(scores, 2) == std::vector<std::uint32_t>{2, 3});
  CHECK(worst_mistakes({}, 2).empty());
  const Metrics::Confusion confusion = confusion_of(scores, digit_count);
  CHECK(confusion[4][9] == 2);
  CHECK(confusion[4][4] == 1);
  CHECK(confusion[7][1] == 1);
  CHECK(confusion[1][7] == 0);
}

TEST_CASE("a trainer has the scores of its last complete epoch") {
  const data::Dataset dataset = synthetic::synthetic_digits(400, 3);
  train::TrainingOptions options;
  options.recipe.epochs = 2;
  ThreadPool pool;
  const data::Split parts = data::split(dataset, 0.75, 1);
  train::Trainer trainer(nn::build_network("dense 10").value(), {&dataset, parts.training},
                         {&dataset, parts.validation}, options, pool);
  while (trainer.progress().epoch == 0) {
    CHECK(trainer.validation_scores().size() == 0);
    trainer.advance();
  }
  const SampleScores first = trainer.validation_scores();
  CHECK(first.rows == parts.validation);  // more than one slice
  trainer.advance();
  CHECK(trainer.validation_scores().losses == first.losses);
  while (trainer.running()) trainer.advance();
  double loss = 0, correct = 0;
  for (std::size_t index = 0; index < trainer.validation_scores().size(); ++index) {
    loss += trainer.validation_scores().losses[index];
    correct += trainer.validation_scores().predicted[index] == trainer.validation_scores().labels[index];
  }
  CHECK(loss / 300 == doctest::Approx(trainer.progress().validation_loss));
  CHECK(correct / 300 == doctest::Approx(trainer.progress().validation_accuracy));
}

TEST_CASE("a trainer restored in the middle of a validation has no scores of that epoch") {
  const data::Dataset dataset = synthetic::synthetic_digits(400, 3);
  train::TrainingOptions options;
  options.recipe.epochs = 2;
  ThreadPool pool;
  const data::Split parts = data::split(dataset, 0.75, 1);
  const auto trainer = [&] {
    return std::make_unique<train::Trainer>(nn::build_network("dense 10").value(),
                                            data::Subset{&dataset, parts.training},
                                            data::Subset{&dataset, parts.validation}, options, pool);
  };
  const auto before = trainer(), after = trainer();
  while (before->state().validated == 0) before->advance();
  after->restore(before->state());
  while (after->progress().epoch == 0) after->advance();
  CHECK(after->validation_scores().size() == 0);
  while (after->running()) after->advance();
  CHECK(after->validation_scores().size() == 300);
}
