// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include <functional>
#include <string>

#include "core/base/Random.h"
#include "core/data/TrainingSet.h"
#include "core/model/Safetensors.h"
#include "core/nn/Architecture.h"
#include "core/synthetic/Negatives.h"
#include "core/synthetic/SyntheticDigits.h"
#include "core/train/Checkpointer.h"

using namespace inkling;
using namespace inkling::train;

namespace {

const char* const small_network = "conv 3x3 4 valid | norm | relu | pool 4 | dropout 0.1 | dense 10";

TrainingOptions small_options() {
  TrainingOptions options;
  options.recipe.epochs = 3;
  options.recipe.batch = 48;
  options.recipe.schedule = {optim::Schedule::Kind::one_cycle, 1e-2f};
  options.recipe.optimiser_kind = optim::OptimiserKind::muon;  // AdamW still moves the last layer
  options.recipe.average_decay = 0.9f;
  options.recipe.augment = true;
  return options;
}

/// A run that always starts the same.
struct Run {
  explicit Run(const data::Dataset& dataset, const TrainingOptions& options = small_options(),
               int threads = 1, double held_out = 0.6, const char* network = small_network)
      : Run(dataset, data::split(dataset, held_out, 1), options, threads, network) {}

  explicit Run(const data::TrainingSet& set)
      : Run(set.dataset, data::split(set, 0.6, 1), small_options(), 1, small_network) {}

  Run(const data::Dataset& dataset, data::Split all_parts, const TrainingOptions& options, int threads,
      const char* network)
      : pool(threads),
        parts(std::move(all_parts)),
        trainer(nn::build_network(network).value(), {&dataset, parts.training}, {&dataset, parts.validation},
                options, pool) {}

  void advance(int times) {
    for (; times > 0; --times) trainer.advance();
  }

  void finish() {
    while (trainer.running()) trainer.advance();
  }

  std::vector<std::uint8_t> bytes() const { return Checkpointer(trainer).save(trainer); }

  ThreadPool pool;
  data::Split parts;
  Trainer trainer;
};

const data::Dataset& digits() {
  static const data::Dataset dataset = synthetic::synthetic_digits(500, 4);
  return dataset;
}

/// The same, half of them with strokes to redraw them from.
const data::Dataset& digits_and_drawings() {
  static const data::Dataset dataset = [] {
    data::Dataset mixed = digits();
    Random random(9);
    mixed.inks.resize(mixed.size());
    for (std::size_t index = 0; index < mixed.size(); index += 2)
      mixed.inks[index] = synthetic::synthetic_digit(mixed.labels[index], random);
    return mixed;
  }();
  return dataset;
}

/// The same with negatives, which are never held out.
const data::TrainingSet& digits_and_negatives() {
  static const data::TrainingSet set = [] {
    data::TrainingSet all;
    data::add_source(all, "digits", digits());
    data::add_negatives(all, synthetic::synthetic_negatives(90, 1));
    return all;
  }();
  return set;
}

/// The error for the checkpoint of an unfinished run with this change.
std::string refusal(const std::function<void(model::Safetensors&)>& change) {
  Run run(digits());
  run.advance(3);
  const auto bytes = run.bytes();
  model::Safetensors content = model::parse_safetensors(bytes).value();
  change(content);
  const Status status = Checkpointer(run.trainer).restore(model::write_safetensors(content), run.trainer);
  return status.ok() ? "accepted" : status.error().message;
}

std::string refusal_by(const Run& other) {
  Run run(digits());
  run.advance(3);
  const Status status = Checkpointer(other.trainer).restore(run.bytes(), run.trainer);
  return status.ok() ? "accepted" : status.error().message;
}

}  // namespace

TEST_CASE("a run resumed from a checkpoint of any step ends as one that never stopped") {
  Run whole(digits());
  std::vector<int> cuts;
  for (int slices = 0; whole.trainer.running(); ++slices, whole.trainer.advance()) cuts.push_back(slices);
  CHECK(cuts.size() == 3 * (5 + 2));  // five batches and two slices of validation an epoch
  const auto expected = whole.bytes();
  for (const int cut : cuts) {
    CAPTURE(cut);
    Run before(digits()), after(digits());
    before.advance(cut);
    REQUIRE(Checkpointer(after.trainer).restore(before.bytes(), after.trainer).ok());
    CHECK(after.bytes() == before.bytes());
    CHECK(after.trainer.progress().state == before.trainer.progress().state);
    after.finish();
    CHECK(after.bytes() == expected);
    CHECK(after.trainer.progress().images_seen == whole.trainer.progress().images_seen);
  }
}

TEST_CASE("a run on images and drawings resumes as if it had never stopped") {
  const data::Dataset& dataset = digits_and_drawings();
  Run whole(dataset), before(dataset), after(dataset);
  whole.finish();
  before.advance(9);
  REQUIRE(Checkpointer(after.trainer).restore(before.bytes(), after.trainer).ok());
  after.finish();
  CHECK(after.bytes() == whole.bytes());
  Run others(digits());
  CHECK(!Checkpointer(others.trainer).restore(before.bytes(), others.trainer).ok());
}

TEST_CASE("a run with negatives resumes from any checkpoint as if it had never stopped") {
  Run whole(digits_and_negatives());
  whole.finish();
  for (const int cut : {1, 6, 10}) {
    CAPTURE(cut);
    Run before(digits_and_negatives()), after(digits_and_negatives());
    before.advance(cut);
    REQUIRE(Checkpointer(after.trainer).restore(before.bytes(), after.trainer).ok());
    after.finish();
    CHECK(after.bytes() == whole.bytes());
    CHECK(after.trainer.progress().training_loss == whole.trainer.progress().training_loss);
  }
}

TEST_CASE("a finished run is restored as finished, with its selected weights") {
  Run run(digits()), other(digits());
  run.finish();
  REQUIRE(Checkpointer(other.trainer).restore(run.bytes(), other.trainer).ok());
  CHECK(!other.trainer.running());
  CHECK(other.trainer.selected_validation().accuracy() == run.trainer.selected_validation().accuracy());
  CHECK(std::ranges::equal(other.trainer.selected_weights(), run.trainer.selected_weights()));
}

TEST_CASE("a run without held-out images and weight average resumes") {
  TrainingOptions options = small_options();
  options.recipe.average_decay = 0;
  Run whole(digits(), options, 1, 0), before(digits(), options, 1, 0), after(digits(), options, 1, 0);
  before.advance(whole.trainer.progress().steps + 3);
  REQUIRE(Checkpointer(after.trainer).restore(before.bytes(), after.trainer).ok());
  whole.finish();
  after.finish();
  CHECK(after.bytes() == whole.bytes());
}

#ifndef __EMSCRIPTEN__
TEST_CASE("a run may resume with another number of threads") {
  Run whole(digits(), small_options(), 3), before(digits(), small_options(), 2), after(digits());
  before.advance(8);
  REQUIRE(Checkpointer(after.trainer).restore(before.bytes(), after.trainer).ok());
  whole.finish();
  after.finish();
  CHECK(after.bytes() == whole.bytes());
}

TEST_CASE("drawings are redrawn the same on any number of threads") {
  Run one(digits_and_drawings()), two(digits_and_drawings(), small_options(), 2);
  one.finish();
  two.finish();
  CHECK(one.bytes() == two.bytes());
}
#endif

TEST_CASE("a checkpoint of another run is an error that says what differs") {
  const auto with = [](auto change) {
    TrainingOptions options = small_options();
    change(options);
    return options;
  };
  const data::Dataset others = synthetic::synthetic_digits(500, 5);
  const std::string begin = "Can't resume from this checkpoint: ";
  CHECK(refusal_by(Run(digits())) == "accepted");
  CHECK(refusal_by(Run(others)) == begin + "it was made with other images, or another split.");
  CHECK(refusal_by(Run(digits(), small_options(), 1, 0.5)) ==
        begin + "it was made with other images, or another split.");
  CHECK(refusal_by(Run(digits(), with([](auto& options) { options.seed = 2; }))) ==
        begin + "its seed is 1, but this run's is 2.");
  CHECK(refusal_by(Run(digits(), with([](auto& options) { options.recipe.batch = 32; }))) ==
        begin + "its batch is 48, but this run's is 32.");
  CHECK(refusal_by(Run(digits(), with([](auto& options) { options.patience = 2; }))) ==
        begin + "its patience is 0, but this run's is 2.");
  CHECK(refusal_by(Run(digits(), with([](auto& options) { options.recipe.schedule.peak = 0.5f; }))) ==
        begin + "its learning rate is 0.01, but this run's is 0.5.");
  CHECK(refusal_by(Run(digits(), small_options(), 1, 0.6, "flatten | dense 10")) ==
        begin +
            "its architecture is conv 3x3 4 valid | norm | relu | pool 4 | dropout 0.1 | dense 10, "
            "but this run's is flatten | dense 10.");
}

TEST_CASE("each malformed checkpoint has its own error") {
  const auto entry = [](const char* name, const char* value) {
    return refusal([&](model::Safetensors& content) { content.metadata[name] = value; });
  };
  const std::string begin = "Can't resume from this checkpoint: ";
  const std::string outside = begin + "its position is outside this run.";
  const std::string too_many = begin + "it counts more images than it can have seen.";
  CHECK(refusal([](model::Safetensors&) {}) == "accepted");
  CHECK(entry("format", "inkling 1") == begin + "it was not written by this version of Inkling.");
  CHECK(entry("step", "x") == begin + "its entry \"step\" is missing or malformed.");
  CHECK(entry("batch loss", "1") == begin + "its entry \"batch loss\" is missing or malformed.");
  CHECK(entry("kept validation", "1 2") == begin + "its entry \"kept validation\" is missing or malformed.");
  CHECK(entry("step", "6") == outside);
  CHECK(entry("step", "-1") == outside);
  CHECK(entry("epoch", "4") == outside);
  CHECK(entry("epoch", "1") == outside);  // without selected weights
  CHECK(entry("best epoch", "1") == outside);
  CHECK(entry("validated", "1") == outside);
  CHECK(entry("epoch images", "145") == too_many);  // after three batches of 48
  CHECK(entry("epoch images", "2147483647") == too_many);
  CHECK(entry("epoch images", "-1") == too_many);
  CHECK(entry("epoch correct", "2147483647") == too_many);
  CHECK(entry("step", "4") == begin + "it has changed since it was written.");
  CHECK(refusal([](model::Safetensors& content) { content.metadata.erase("seed"); }) ==
        begin + "its seed is missing.");
  CHECK(refusal([](model::Safetensors& content) { content.tensors[1].name = "other"; }) ==
        begin + "it has no tensor \"gradient_mean\" of 1502 numbers.");
  CHECK(refusal([](model::Safetensors& content) {
          content.tensors[0].dtype = "F16";
          content.body = content.body.subspan(content.tensors[0].bytes.size() / 2);
        }) == begin + "it has no tensor \"weights\" of 1502 numbers.");
  CHECK(refusal([](model::Safetensors& content) {
          content.tensors.pop_back();
          content.body = content.body.first(content.body.size() / 5 * 4);
        }) == begin + "it has 4 tensors, expected 5.");
}

TEST_CASE("a checkpoint with a flipped bit, or cut short, is an error and changes nothing") {
  Run run(digits());
  run.advance(9);
  auto bytes = run.bytes();
  const auto before = bytes;
  const Checkpointer checkpointer(run.trainer);
  Random random(3);
  for (int trial = 0; trial < 400; ++trial) {
    const std::size_t place = random.below(trial % 2 == 0 ? bytes.size() : 4000);
    const auto flip = static_cast<std::uint8_t>(1u << random.below(8));
    bytes[place] ^= flip;
    CHECK(!checkpointer.restore(bytes, run.trainer).ok());
    bytes[place] ^= flip;
    CHECK(!checkpointer.restore(std::span(bytes).first(place), run.trainer).ok());
  }
  CHECK(run.bytes() == before);
}

TEST_CASE("patience ends a resumed run after the same epoch") {
  TrainingOptions options = small_options();
  options.recipe.epochs = 60;
  options.recipe.schedule = {optim::Schedule::Kind::constant, 0.05f};
  options.patience = 2;
  Run whole(digits(), options);
  whole.finish();
  REQUIRE(whole.trainer.progress().epoch < 60);
  Run before(digits(), options), after(digits(), options);
  before.advance((whole.trainer.progress().epoch - 1) * 7);  // all epochs but the last
  REQUIRE(Checkpointer(after.trainer).restore(before.bytes(), after.trainer).ok());
  after.finish();
  CHECK(after.bytes() == whole.bytes());
  Run ended(digits(), options);
  REQUIRE(Checkpointer(ended.trainer).restore(whole.bytes(), ended.trainer).ok());
  CHECK(!ended.trainer.running());
}

TEST_CASE("a checkpoint keeps the rate scale") {
  Run whole(digits()), before(digits()), after(digits());
  for (Run* run : {&whole, &before}) {
    run->advance(3);
    REQUIRE(run->trainer.scale_rate(0.25).ok());
    run->advance(3);
  }
  REQUIRE(Checkpointer(after.trainer).restore(before.bytes(), after.trainer).ok());
  CHECK(after.trainer.progress().rate_scale == 0.25);
  whole.finish();
  after.finish();
  CHECK(after.bytes() == whole.bytes());
  const std::string bits_of_zero(16, '0');
  CHECK(refusal([&](model::Safetensors& content) { content.metadata["rate scale"] = bits_of_zero; }) ==
        "Can't resume from this checkpoint: its rate scale is out of range.");
}
