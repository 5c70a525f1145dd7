// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include "core/adapt/CorrectionLearner.h"
#include "core/eval/Predictions.h"
#include "core/ink/Render.h"
#include "core/nn/Architecture.h"
#include "core/synthetic/SyntheticDigits.h"
#include "core/train/Trainer.h"

using namespace inkling;
using namespace inkling::adapt;

namespace {

model::Model small_model(const data::Dataset& digits, ThreadPool& pool) {
  train::TrainingOptions options;
  options.recipe.epochs = 4;
  options.recipe.schedule = {optim::Schedule::Kind::one_cycle, 1e-2f};
  train::Trainer trainer(
      nn::build_network("conv 5x5 8 valid | norm | relu | pool 4 | dense 32 | relu | dense 10").value(),
      data::whole(digits), {&digits, {}}, options, pool);
  while (trainer.running()) trainer.advance();
  return {trainer.network(), {trainer.selected_weights().begin(), trainer.selected_weights().end()}, {}};
}

/// Sevens written as a box with a cross in it, with a little noise.
data::Dataset odd_sevens(int count, std::uint64_t seed) {
  Random random(seed);
  data::Dataset drawings;
  for (int index = 0; index < count; ++index) {
    ink::Ink ink = {{{0, 0}, {90, 0}, {90, 100}, {0, 100}, {0, 0}, {90, 100}}, {{90, 0}, {0, 100}}};
    for (ink::Stroke& stroke : ink) {
      for (ink::Point& point : stroke) point = {point.x + 4 * random.normal(), point.y + 4 * random.normal()};
    }
    const DigitImage image = *ink::render(ink);
    drawings.pixels.insert(drawings.pixels.end(), image.begin(), image.end());
    drawings.labels.push_back(7);
    drawings.inks.push_back(std::move(ink));
  }
  return drawings;
}

double accuracy(const model::Model& model, const data::Dataset& digits, ThreadPool& pool) {
  return eval::evaluate(model.network, model.weights, data::whole(digits), pool).accuracy();
}

model::Model patched(const model::Model& model, const data::Dataset& corrections, ThreadPool& pool,
                     std::uint64_t seed = 1) {
  CorrectionLearner learner(model, corrections, {.seed = seed, .held_out = 200}, pool);
  while (learner.running()) learner.advance();
  REQUIRE(learner.progress().state == CorrectionProgress::State::finished);
  return learner.model();
}

}  // namespace

TEST_CASE("ten corrections teach a misread form, and other digits are read as before") {
  ThreadPool pool;
  const model::Model model = small_model(synthetic::synthetic_digits(2000, 3), pool);
  const data::Dataset unseen = odd_sevens(100, 5), others = synthetic::synthetic_digits(1000, 8);
  REQUIRE(accuracy(model, unseen, pool) < 0.5);
  const model::Model after = patched(model, odd_sevens(10, 4), pool);
  CHECK(accuracy(after, unseen, pool) > 0.9);
  CHECK(accuracy(after, others, pool) > accuracy(model, others, pool) - 0.01);
}

TEST_CASE("the weights are the same for any number of threads and differ for another seed") {
  ThreadPool one(1);
  const model::Model model = small_model(synthetic::synthetic_digits(500, 3), one);
  const data::Dataset corrections = odd_sevens(3, 4);
  const AlignedVector<float> expected = patched(model, corrections, one).weights;
#if !defined(__EMSCRIPTEN__) || defined(__EMSCRIPTEN_PTHREADS__)
  ThreadPool three(3);
  CHECK(patched(model, corrections, three).weights == expected);
#endif
  CHECK(patched(model, corrections, one, 2).weights != expected);
}

TEST_CASE("progress goes evenly from 0 to 1 in small slices") {
  ThreadPool pool(1);
  const model::Model model = small_model(synthetic::synthetic_digits(500, 3), pool);
  const data::Dataset corrections = odd_sevens(10, 4);
  CorrectionLearner learner(model, corrections, {.held_out = 200}, pool);
  double before = 0;
  int slices = 0;
  for (; learner.running(); ++slices) {
    const double now = learner.advance().done;
    CHECK(now >= before);
    CHECK(now < before + 0.04);
    before = now;
  }
  CHECK(before == 1);
  CHECK(slices > 70);
}

TEST_CASE("a learner that is abandoned halfway does not affect the next one") {
  ThreadPool pool(1);
  const model::Model model = small_model(synthetic::synthetic_digits(500, 3), pool);
  const data::Dataset corrections = odd_sevens(3, 4);
  const AlignedVector<float> weights = model.weights, expected = patched(model, corrections, pool).weights;
  for (const int slices : {1, 15, 40, 73, 80}) {
    CorrectionLearner abandoned(model, corrections, {.held_out = 200}, pool);
    for (int slice = 0; slice < slices; ++slice) abandoned.advance();
    REQUIRE(abandoned.running());
  }
  CHECK(model.weights == weights);
  CHECK(patched(model, corrections, pool).weights == expected);
}

TEST_CASE("corrections must be present and labelled") {
  const model::Model model{};
  data::Dataset none, unlabelled = odd_sevens(2, 1);
  CHECK_FALSE(check_corrections(model, none));
  CHECK(check_corrections(model, unlabelled));
  unlabelled.labels.clear();
  CHECK_FALSE(check_corrections(model, unlabelled));
}

TEST_CASE("a patched model can learn again, and remembers what it learned before") {
  ThreadPool pool(1);
  const model::Model model = small_model(synthetic::synthetic_digits(1000, 3), pool);
  const model::Model once = patched(model, odd_sevens(10, 4), pool);
  data::Dataset more = odd_sevens(10, 6);
  for (std::uint8_t& label : more.labels) label = 2;
  for (ink::Ink& ink : more.inks) {
    for (ink::Stroke& stroke : ink)
      for (ink::Point& point : stroke) point.y *= 0.3f;
  }
  for (std::size_t index = 0; index < more.size(); ++index)
    std::ranges::copy(*ink::render(more.inks[index]),
                      more.pixels.begin() + static_cast<std::ptrdiff_t>(index * image_pixels));
  const model::Model twice = patched(once, more, pool);
  CHECK(twice.network.nodes.size() == once.network.nodes.size());
  CHECK(accuracy(twice, more, pool) > 0.8);
  CHECK(accuracy(twice, odd_sevens(100, 5), pool) > 0.8);
}

TEST_CASE("a network of a single layer learns as well") {
  ThreadPool pool(1);
  const nn::Network network = nn::build_network("dense 10").value();
  const model::Model model{network, AlignedVector<float>(network.weight_count), {}};
  CHECK(accuracy(patched(model, odd_sevens(10, 4), pool), odd_sevens(100, 5), pool) > 0.9);
}

TEST_CASE("features are the outputs of the network for any number of threads") {
  const nn::Network body = nn::build_network("conv 3x3 4 | relu | pool 4 | dense 12").value();
  Random random(1);
  AlignedVector<float> weights(body.weight_count);
  for (float& weight : weights) weight = 0.3f * random.normal();
  const data::Dataset digits = synthetic::synthetic_digits(70, 2);
  const auto load = [&](int image, std::span<float, image_pixels> floats) {
    to_floats(digits.image(static_cast<std::size_t>(image)), floats);
  };
  ThreadPool one(1);
  const math::Matrix<float> features = FeatureExtractor(body, weights).extract(70, load, one);
  nn::Workspace<float> workspace(body, 1, nn::Mode::inference);
  for (Eigen::Index image = 0; image < features.rows(); ++image) {
    load(static_cast<int>(image), std::span<float, image_pixels>(workspace.input(), image_pixels));
    workspace.forward(weights, 1, nn::Mode::inference);
    for (Eigen::Index value = 0; value < features.cols(); ++value)
      CHECK(features(image, value) == doctest::Approx(workspace.output()[value]).epsilon(1e-5));
  }
#if !defined(__EMSCRIPTEN__) || defined(__EMSCRIPTEN_PTHREADS__)
  ThreadPool three(3);
  CHECK(FeatureExtractor(body, weights).extract(70, load, three) == features);
#endif
}
