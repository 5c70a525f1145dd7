#include <doctest/doctest.h>

#include <algorithm>

#include "core/base/Random.h"
#include "core/eval/Predictions.h"
#include "core/eval/TestTimeAugmentation.h"
#include "core/nn/Architecture.h"
#include "core/nn/Network.h"
#include "core/recognize/Recognizer.h"
#include "core/synthetic/SyntheticDigits.h"

using namespace inkling;
using namespace inkling::eval;

namespace {

/// Which nobody trained, so that it is hardly ever sure.
model::Model untrained_model() {
  model::Model model;
  model.network = nn::build_network("conv 3x3 4 | norm | relu | pool 4 | dense 10").value();
  Random random(1, Purpose::weights);
  model.weights = nn::initial_weights<float>(model.network, nn::Initialisation{}, random);
  return model;
}

}  // namespace

TEST_CASE("answers come out the same for all images at once and for parts in the same memory") {
  const data::Dataset dataset = synthetic::synthetic_digits(600, 3);
  const model::Model model = untrained_model();
  ThreadPool pool;
  const Predictions all = answer(model, dataset, pool);
  REQUIRE(all.digits.size() == 600);
  BatchInference memory(model.network);
  for (const std::size_t first : {0u, 1u, 256u, 599u}) {
    const std::size_t count = std::min<std::size_t>(270, dataset.size() - first);
    const Predictions some = answer(model, dataset, pool, memory, first, count);
    REQUIRE(some.digits.size() == count);
    for (std::size_t image = 0; image < count; ++image) {
      CHECK(some.digits[image] == all.digits[first + image]);
    }
  }
}

TEST_CASE("what is not read surely is answered by all looks, as a reader answers it, and the rest by one") {
  const data::Dataset dataset = synthetic::synthetic_digits(300, 3);
  model::Model model = untrained_model();
  model.calibration = model::Calibration{.temperature = 0.2f};
  ThreadPool pool;
  const Predictions looked = answer(model, dataset, pool), glanced = answer(model, dataset, pool, Looks::one);
  const recognize::Recognizer recognizer(model);
  auto memory = recognizer.make_memory();
  int unsure = 0;
  for (std::size_t image = 0; image < dataset.size(); ++image) {
    DigitImage pixels;
    std::ranges::copy(dataset.image(image), pixels.begin());
    const recognize::DigitReading reading = recognizer.read(pixels, memory);
    const auto of = [image](const Predictions& answers) {
      return std::span(answers.logits).subspan(image * class_count).first<class_count>();
    };
    CHECK(model::energy(of(looked)) == doctest::Approx(reading.energy).epsilon(1e-4));
    const bool same = std::ranges::equal(of(looked), of(glanced));
    CHECK(same == !needs_tta(of(glanced), model.calibration->temperature));
    unsure += !same;
  }
  CHECK(unsure > 30);
  CHECK(unsure < 270);
}

TEST_CASE("answers are measured against the labels") {
  data::Dataset dataset = synthetic::synthetic_digits(20, 3);
  ThreadPool pool;
  const Predictions answers = answer(untrained_model(), dataset, pool);
  dataset.labels = answers.digits;
  CHECK(measure(answers, dataset).accuracy() == 1);
  dataset.labels[7] = static_cast<std::uint8_t>((dataset.labels[7] + 1) % class_count);
  CHECK(measure(answers, dataset).accuracy() == doctest::Approx(0.95));
}
