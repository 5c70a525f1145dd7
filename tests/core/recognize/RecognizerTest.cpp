#include <doctest/doctest.h>

#include <cmath>
#include <limits>
#include <numeric>

#include "core/data/SyntheticDigits.h"
#include "core/model/Preset.h"
#include "core/recognize/Recognizer.h"
#include "core/train/Trainer.h"

using namespace inkling;

namespace {

/// Trained for a moment on synthetic digits: it tells clear ones apart.
Recognizer quick_recognizer() {
  const Dataset dataset = synthetic_digits(1000, 7);
  TrainingOptions options;
  options.recipe.epochs = 10;
  ThreadPool pool;
  const Preset preset = find_preset("article").value();
  Trainer trainer(network_of(preset), whole(dataset), {&dataset, {}}, options, pool);
  while (trainer.running()) trainer.advance();
  const auto weights = trainer.kept_weights();
  return Recognizer({trainer.network(), {weights.begin(), weights.end()}, {}});
}

}  // namespace

TEST_CASE("drawn digits are read, nothing is nothing and a dot is ink") {
  const Recognizer recognizer = quick_recognizer();
  auto memory = recognizer.make_memory();
  Random random(21);
  int right = 0;
  for (int drawing = 0; drawing < 100; ++drawing) {
    const int label = drawing % class_count;
    const Reading reading = recognizer.read(synthetic_digit(label, random), memory);
    REQUIRE(reading.digits.size() == 1);
    const auto& probabilities = reading.digits[0].probabilities;
    CHECK(std::accumulate(probabilities.begin(), probabilities.end(), 0.0f) == doctest::Approx(1));
    right += reading.text() == std::to_string(label);
  }
  CHECK(right >= 80);

  CHECK(recognizer.read(Ink{}, memory).text().empty());
  CHECK(recognizer.read(Ink{{}, {}}, memory).text().empty());
  const float nowhere = std::numeric_limits<float>::quiet_NaN();
  CHECK(recognizer.read(Ink{{{nowhere, nowhere}}}, memory).text().empty());
  CHECK(recognizer.read(Ink{{{3, 3}}}, memory).digits.size() == 1);
}
