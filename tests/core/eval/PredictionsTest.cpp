// SPDX-License-Identifier: MIT
#include "core/eval/Predictions.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "core/base/Random.h"
#include "core/eval/TestTimeAugmentation.h"
#include "core/nn/Architecture.h"
#include "core/nn/Network.h"
#include "core/recognize/Recognizer.h"
#include "core/synthetic/SyntheticDigits.h"

using namespace inkling;
using namespace inkling::eval;

namespace {

#if !defined(__EMSCRIPTEN__) || defined(__EMSCRIPTEN_PTHREADS__)
constexpr int several_threads = 3;
#else
constexpr int several_threads = 1;
#endif

/// Untrained, so that it is hardly ever confident.
model::Model untrained_model() {
  model::Model model;
  model.network = nn::build_network("conv 3x3 4 | norm | relu | pool 4 | dense 10").value();
  Random random(1, Purpose::weights);
  model.weights = nn::initial_weights<float>(model.network, nn::Initialisation{}, random);
  return model;
}

/// With a temperature at which it is confident of some digits.
model::Model half_confident_model() {
  model::Model model = untrained_model();
  model.calibration = model::Calibration{.temperature = 0.2f};
  return model;
}

std::span<const float, digit_count> logits_of(const Predictions& predictions, std::size_t image) {
  return std::span(predictions.logits).subspan(image * digit_count).first<digit_count>();
}

}  // namespace

TEST_CASE("logits have the same bits for any number of threads and any place in the batch") {
  const data::Dataset dataset = synthetic::synthetic_digits(1100, 3);
  const model::Model model = untrained_model();
  const data::Subset subset = data::whole(dataset);
  ThreadPool one, several(several_threads);
  const auto expected = compute_logits(model.network, model.weights, subset, one);
  CHECK(expected.size() == 1100 * digit_count);
  CHECK(compute_logits(model.network, model.weights, subset, several) == expected);
  BatchInference inference(model.network);
  for (const std::size_t first : {1u, 31u, 700u}) {
    for (const std::size_t count : {1u, 5u, 33u, 300u}) {
      const auto logits = inference.logits(model.weights, subset, first, count, several);
      REQUIRE(logits.size() == count * digit_count);
      CHECK(std::ranges::equal(logits, std::span(expected).subspan(first * digit_count, logits.size())));
    }
  }
  CHECK(inference.logits(model.weights, subset, 1100, 0, several).empty());
}

TEST_CASE("a slice has work for every thread") {
  const BatchInference inference(untrained_model().network);
  ThreadPool one, several(several_threads);
  CHECK(inference.slice_size(one) == 256);
  CHECK(inference.slice_size(several) >= 64u * several_threads);
#ifndef __EMSCRIPTEN__
  ThreadPool many(20);
  CHECK(inference.slice_size(many) == 1280);
#endif
}

TEST_CASE("predictions have the same bits for all images at once, for parts, and for any number of threads") {
  const data::Dataset dataset = synthetic::synthetic_digits(600, 3);
  const model::Model model = half_confident_model();
  ThreadPool one, several(several_threads);
  const Predictions all = predict(model, dataset, one);
  REQUIRE(all.predicted.size() == 600);
  const Predictions threaded = predict(model, dataset, several);
  CHECK(threaded.logits == all.logits);
  CHECK(threaded.probabilities == all.probabilities);
  CHECK(threaded.predicted == all.predicted);
  BatchInference inference(model.network);
  for (const std::size_t first : {0u, 1u, 256u, 599u}) {
    const std::size_t count = std::min<std::size_t>(270, dataset.size() - first);
    const Predictions part = predict(model, dataset, several, inference, first, count);
    REQUIRE(part.predicted.size() == count);
    for (std::size_t image = 0; image < count; ++image) {
      CHECK(part.predicted[image] == all.predicted[first + image]);
      CHECK(std::ranges::equal(logits_of(part, image), logits_of(all, first + image)));
    }
  }
}

TEST_CASE("unsure images are read with test-time augmentation, as a recognizer reads them, others without") {
  const data::Dataset dataset = synthetic::synthetic_digits(300, 3);
  const model::Model model = half_confident_model();
  ThreadPool pool;
  const Predictions augmented = predict(model, dataset, pool),
                    plain = predict(model, dataset, pool, Tta::off);
  const recognize::Recognizer recognizer(model);
  auto memory = recognizer.make_memory();
  int unsure = 0;
  for (std::size_t image = 0; image < dataset.size(); ++image) {
    DigitImage pixels;
    std::ranges::copy(dataset.image(image), pixels.begin());
    const recognize::DigitReading reading = recognizer.read(pixels, memory);
    CHECK(model::energy(logits_of(augmented, image)) == doctest::Approx(reading.energy).epsilon(1e-4));
    const bool same = std::ranges::equal(logits_of(augmented, image), logits_of(plain, image));
    CHECK(same == !needs_tta(logits_of(plain, image), model.calibration->temperature));
    unsure += !same;
  }
  CHECK(unsure > 30);
  CHECK(unsure < 270);
}

TEST_CASE("more unsure images than fit into memory at a time are all augmented") {
  const data::Dataset dataset = synthetic::synthetic_digits(1100, 3);
  model::Model model = untrained_model();
  model.calibration = model::Calibration{.temperature = model::max_temperature};  // never confident
  ThreadPool pool;
  const Predictions augmented = predict(model, dataset, pool),
                    plain = predict(model, dataset, pool, Tta::off);
  for (std::size_t image = 0; image < dataset.size(); ++image)
    CHECK_FALSE(std::ranges::equal(logits_of(augmented, image), logits_of(plain, image)));
}

TEST_CASE("predictions are evaluated against the labels") {
  data::Dataset dataset = synthetic::synthetic_digits(20, 3);
  ThreadPool pool;
  const Predictions predictions = predict(untrained_model(), dataset, pool);
  dataset.labels = predictions.predicted;
  CHECK(evaluate(predictions, dataset).accuracy() == 1);
  dataset.labels[7] = static_cast<std::uint8_t>((dataset.labels[7] + 1) % digit_count);
  CHECK(evaluate(predictions, dataset).accuracy() == doctest::Approx(0.95));
}
