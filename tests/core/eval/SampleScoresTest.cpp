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

/// Logits whose softmax gives one digit this probability and another that one; the others share the rest.
std::vector<float> logits_for(int digit, double chance, int other, double others_chance) {
  std::vector<float> logits(class_count, static_cast<float>(std::log((1 - chance - others_chance) / 8)));
  logits[static_cast<std::size_t>(digit)] = static_cast<float>(std::log(chance));
  logits[static_cast<std::size_t>(other)] = static_cast<float>(std::log(others_chance));
  return logits;
}

/// A dataset whose images nobody looks at.
data::Dataset labelled(std::vector<std::uint8_t> labels) {
  return {std::vector<std::uint8_t>(labels.size() * image_pixels), std::move(labels), {}};
}

}  // namespace

TEST_CASE("a row is scored by what it was taken for, how sure, and what its label cost") {
  SampleScores scores;
  scores.add(41, 4, logits_for(9, 0.7, 4, 0.2));
  CHECK(scores.rows == std::vector<std::uint32_t>{41});
  CHECK(scores.labels[0] == 4);
  CHECK(scores.predicted[0] == 9);
  CHECK(scores.sure[0] == doctest::Approx(0.7));
  CHECK(scores.uncalibrated[0] == doctest::Approx(0.7));
  CHECK(scores.label_probability[0] == doctest::Approx(0.2));
  CHECK(scores.losses[0] == doctest::Approx(-std::log(0.2)));
}

TEST_CASE("a temperature changes how sure a row is, not what it is taken for") {
  SampleScores scores;
  scores.add(0, 4, logits_for(9, 0.64, 4, 0.04),
             2);  // the others 0.04, too: roots of 0.64 and 0.04 are 8 to 2
  CHECK(scores.predicted[0] == 9);
  CHECK(scores.uncalibrated[0] == doctest::Approx(0.64));
  CHECK(scores.sure[0] == doctest::Approx(8.0 / (8 + 9 * 2)));
  CHECK(scores.label_probability[0] == doctest::Approx(2.0 / (8 + 9 * 2)));
}

TEST_CASE("a label without a chance costs much, but not infinitely much") {
  SampleScores scores;
  scores.add(0, 1, std::vector<float>{1000, 0, 0, 0, 0, 0, 0, 0, 0, 0});
  CHECK(scores.label_probability[0] < 1e-30f);
  CHECK(scores.losses[0] > 80);
  CHECK(std::isfinite(scores.losses[0]));
}

TEST_CASE("scores tell the dataset's rows and labels of a part of a subset") {
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

TEST_CASE("the worst mistakes are those that cost most, and what is right is none") {
  SampleScores scores;
  scores.add(0, 4, logits_for(9, 0.6, 4, 0.3));
  scores.add(1, 4, logits_for(4, 0.4, 9, 0.3));  // right, if barely
  scores.add(2, 4, logits_for(9, 0.98, 4, 0.001));
  scores.add(3, 7, logits_for(1, 0.8, 7, 0.1));
  CHECK(worst_mistakes(scores, 9) == std::vector<std::uint32_t>{2, 3, 0});
  CHECK(worst_mistakes(scores, 2) == std::vector<std::uint32_t>{2, 3});
  CHECK(worst_mistakes({}, 2).empty());
  const Metrics::Confusion confusion = confusion_of(scores);
  CHECK(confusion[4][9] == 2);
  CHECK(confusion[4][4] == 1);
  CHECK(confusion[7][1] == 1);
  CHECK(confusion[1][7] == 0);
}

TEST_CASE("a training tells how its last complete epoch reads each validation image") {
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
  CHECK(first.rows == parts.validation);  // more than one slice of them
  trainer.advance();
  CHECK(trainer.validation_scores().losses == first.losses);
  while (trainer.running()) trainer.advance();
  double loss = 0, right = 0;
  for (std::size_t place = 0; place < trainer.validation_scores().size(); ++place) {
    loss += trainer.validation_scores().losses[place];
    right += trainer.validation_scores().predicted[place] == trainer.validation_scores().labels[place];
  }
  CHECK(loss / 300 == doctest::Approx(trainer.progress().validation_loss));
  CHECK(right / 300 == doctest::Approx(trainer.progress().validation_accuracy));
}

TEST_CASE("a training that goes on in the middle of a validation tells nothing of half of it") {
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
