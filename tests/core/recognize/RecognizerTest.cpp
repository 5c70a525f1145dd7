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
Model quick_model() {
  const Dataset dataset = synthetic_digits(1000, 7);
  TrainingOptions options;
  options.recipe.epochs = 10;
  ThreadPool pool;
  const Preset preset = find_preset("article").value();
  Trainer trainer(network_of(preset), whole(dataset), {&dataset, {}}, options, pool);
  while (trainer.running()) trainer.advance();
  const auto weights = trainer.kept_weights();
  return {trainer.network(), {weights.begin(), weights.end()}, {}};
}

Ink drawing_of(int digit) {
  Random random(33);
  return synthetic_digit(digit, random);
}

}  // namespace

TEST_CASE("drawn digits are read, nothing is nothing and a dot is ink") {
  const Recognizer recognizer(quick_model());
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

TEST_CASE("a calibration makes answers less sure, and what has too little energy no digit") {
  Model model = quick_model();
  const Recognizer plain(model);
  auto memory = plain.make_memory();
  const Reading before = plain.read(drawing_of(7), memory);
  const DigitReading& digit = before.digits[0];
  CHECK(digit.is_digit);
  CHECK(before.text() == std::to_string(digit.digit));
  const auto answer = static_cast<std::size_t>(digit.digit);

  model.calibration = Calibration{2, digit.energy};
  const DigitReading enough = Recognizer(model).read(drawing_of(7), memory).digits[0];
  CHECK(enough.is_digit);
  CHECK(enough.digit == digit.digit);
  CHECK(enough.energy == digit.energy);
  CHECK(enough.probabilities[answer] < digit.probabilities[answer]);

  model.calibration->least_energy = std::nextafter(digit.energy, 1000.0f);
  const Reading refused = Recognizer(model).read(drawing_of(7), memory);
  CHECK_FALSE(refused.digits[0].is_digit);
  CHECK(refused.digits[0].digit == digit.digit);  // its guess is still there
  CHECK(refused.text().empty());
}
