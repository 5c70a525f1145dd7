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

/// A box with a cross in it, which no digit is written as, wavering a little.
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

double share_right(const model::Model& model, const data::Dataset& digits, ThreadPool& pool) {
  return eval::evaluate(model.network, model.weights, data::whole(digits), pool).accuracy();
}

model::Model learned(const model::Model& model, const data::Dataset& corrections, ThreadPool& pool,
                     std::uint64_t seed = 1) {
  CorrectionLearner learning(model, corrections, {.seed = seed, .held_out = 200}, pool);
  while (learning.running()) learning.advance();
  REQUIRE(learning.progress().state == CorrectionProgress::State::finished);
  return learning.model();
}

}  // namespace

TEST_CASE("a form that was misread is read after ten corrections, and other digits as before") {
  ThreadPool pool;
  const model::Model model = small_model(synthetic::synthetic_digits(2000, 3), pool);
  const data::Dataset unseen = odd_sevens(100, 5), others = synthetic::synthetic_digits(1000, 8);
  REQUIRE(share_right(model, unseen, pool) < 0.5);
  const model::Model after = learned(model, odd_sevens(10, 4), pool);
  CHECK(share_right(after, unseen, pool) > 0.9);
  CHECK(share_right(after, others, pool) > share_right(model, others, pool) - 0.01);
}

TEST_CASE("fine-tuning gives the same weights for any number of threads, and others for another seed") {
  ThreadPool one(1);
  const model::Model model = small_model(synthetic::synthetic_digits(500, 3), one);
  const data::Dataset corrections = odd_sevens(3, 4);
  const AlignedVector<float> expected = learned(model, corrections, one).weights;
#if !defined(__EMSCRIPTEN__) || defined(__EMSCRIPTEN_PTHREADS__)
  ThreadPool three(3);
  CHECK(learned(model, corrections, three).weights == expected);
#endif
  CHECK(learned(model, corrections, one, 2).weights != expected);
}

TEST_CASE("a learning goes in small slices, and its progress evenly from 0 to 1") {
  ThreadPool pool(1);
  const model::Model model = small_model(synthetic::synthetic_digits(500, 3), pool);
  const data::Dataset corrections = odd_sevens(10, 4);
  CorrectionLearner learning(model, corrections, {.held_out = 200}, pool);
  double before = 0;
  int slices = 0;
  for (; learning.running(); ++slices) {
    const double now = learning.advance().done;
    CHECK(now >= before);
    CHECK(now < before + 0.04);
    before = now;
  }
  CHECK(before == 1);
  CHECK(slices > 70);
}

TEST_CASE("a learning that is left between slices leaves nothing to one after it") {
  ThreadPool pool(1);
  const model::Model model = small_model(synthetic::synthetic_digits(500, 3), pool);
  const data::Dataset corrections = odd_sevens(3, 4);
  const AlignedVector<float> before = model.weights, expected = learned(model, corrections, pool).weights;
  for (const int slices : {1, 15, 40, 73, 80}) {
    CorrectionLearner left(model, corrections, {.held_out = 200}, pool);
    for (int slice = 0; slice < slices; ++slice) left.advance();
    REQUIRE(left.running());
  }
  CHECK(model.weights == before);
  CHECK(learned(model, corrections, pool).weights == expected);
}

TEST_CASE("nothing to learn from and no labels are refused") {
  CHECK_FALSE(check_corrections({}));
  data::Dataset unlabelled = odd_sevens(2, 1);
  CHECK(check_corrections(unlabelled));
  unlabelled.labels.clear();
  CHECK_FALSE(check_corrections(unlabelled));
}

TEST_CASE("what has learned learns again, and keeps what it learned") {
  ThreadPool pool(1);
  const model::Model model = small_model(synthetic::synthetic_digits(1000, 3), pool);
  const model::Model once = learned(model, odd_sevens(10, 4), pool);
  data::Dataset more = odd_sevens(10, 6);
  for (std::uint8_t& label : more.labels) label = 2;
  for (ink::Ink& ink : more.inks) {
    for (ink::Stroke& stroke : ink)
      for (ink::Point& point : stroke) point.y *= 0.3f;
  }
  for (std::size_t index = 0; index < more.size(); ++index)
    std::ranges::copy(*ink::render(more.inks[index]),
                      more.pixels.begin() + static_cast<std::ptrdiff_t>(index * image_pixels));
  const model::Model twice = learned(once, more, pool);
  CHECK(twice.network.nodes.size() == once.network.nodes.size());
  CHECK(share_right(twice, more, pool) > 0.8);
  CHECK(share_right(twice, odd_sevens(100, 5), pool) > 0.8);
}

TEST_CASE("a network of one layer learns as well") {
  ThreadPool pool(1);
  const nn::Network network = nn::build_network("dense 10").value();
  const model::Model model{network, AlignedVector<float>(network.weight_count), {}};
  CHECK(share_right(learned(model, odd_sevens(10, 4), pool), odd_sevens(100, 5), pool) > 0.9);
}
