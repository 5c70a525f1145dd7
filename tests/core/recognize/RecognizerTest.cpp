// SPDX-License-Identifier: MIT
#include "core/recognize/Recognizer.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

#include "core/ink/Render.h"
#include "core/model/Calibration.h"
#include "core/synthetic/SyntheticDigits.h"
#include "tests/core/recognize/QuickModel.h"

using namespace inkling;
using namespace inkling::recognize;

TEST_CASE("drawn digits are read, no ink gives no digit, and a dot is ink") {
  const Recognizer recognizer(quick_model());
  auto memory = recognizer.make_memory();
  Random random(21);
  int right = 0;
  for (int drawing = 0; drawing < 100; ++drawing) {
    const int label = drawing % digit_count;
    const Reading reading = recognizer.read(synthetic::synthetic_digit(label, random), memory);
    REQUIRE_FALSE(reading.digits.empty());  // this weak model sometimes sees two in loose strokes
    const auto& probabilities = reading.digits[0].probabilities;
    CHECK(std::accumulate(probabilities.begin(), probabilities.end(), 0.0f) == doctest::Approx(1));
    right += reading.text() == std::to_string(label);
  }
  CHECK(right >= 80);

  CHECK(recognizer.read(ink::Ink{}, memory).text().empty());
  CHECK(recognizer.read(ink::Ink{{}, {}}, memory).text().empty());
  const float nowhere = std::numeric_limits<float>::quiet_NaN();
  CHECK(recognizer.read(ink::Ink{{{nowhere, nowhere}}}, memory).text().empty());
  CHECK(recognizer.read(ink::Ink{{{3, 3}}}, memory).digits.size() == 1);
}

TEST_CASE("calibration lowers the confidence and rejects what has too little energy") {
  model::Model model = quick_model();
  const Recognizer plain(model);
  auto memory = plain.make_memory();
  const Reading before = plain.read(drawing_of(7), memory);
  const DigitReading& digit = before.digits[0];
  CHECK(digit.is_digit);
  CHECK(before.text() == std::to_string(digit.digit));
  const auto best = static_cast<std::size_t>(digit.digit);

  model.calibration = model::Calibration{2, digit.energy};
  const DigitReading accepted = Recognizer(model).read(drawing_of(7), memory).digits[0];
  CHECK(accepted.is_digit);
  CHECK(accepted.digit == digit.digit);
  CHECK(accepted.energy == digit.energy);
  CHECK(accepted.probabilities[best] < digit.probabilities[best]);

  model.calibration->energy_threshold = std::nextafter(digit.energy, 1000.0f);
  const Reading rejected = Recognizer(model).read(drawing_of(7), memory);
  CHECK_FALSE(rejected.digits[0].is_digit);
  CHECK(rejected.digits[0].digit == digit.digit);  // the most likely digit stays
  CHECK(rejected.text().empty());
}

TEST_CASE("digits written side by side are read in order, each with its box and strokes") {
  const Recognizer recognizer(quick_model());
  auto memory = recognizer.make_memory();
  Random random(5);
  ink::Ink number;
  std::string expected;
  for (int digit = 0; digit < 4; ++digit) {
    const ink::Ink ink = synthetic::synthetic_digit(digit * 2, random);
    expected += recognizer.read(ink, memory).text();
    for (ink::Stroke stroke : ink) {
      for (ink::Point& point : stroke) point.x += 200.0f * static_cast<float>(digit);
      number.push_back(std::move(stroke));
    }
  }
  std::reverse(number.begin(), number.end());
  const Reading reading = recognizer.read(number, memory);
  CHECK(reading.text() == expected);
  std::size_t strokes = 0;
  for (std::size_t digit = 0; digit < reading.digits.size(); ++digit) {
    const DigitReading& read = reading.digits[digit];
    CHECK(read.box.left > 200.0 * static_cast<double>(digit) - 100);
    CHECK(read.box.right < 200.0 * static_cast<double>(digit) + 100);
    strokes += read.strokes.size();
  }
  CHECK(strokes == number.size());
}

TEST_CASE("a digit of one stroke is read exactly like its rendered image") {
  const Recognizer recognizer(quick_model());
  auto memory = recognizer.make_memory();
  const ink::Ink ink = {drawing_of(3).front()};
  const Reading reading = recognizer.read(ink, memory);
  REQUIRE(reading.digits.size() == 1);
  CHECK(reading.digits[0].probabilities == recognizer.read(*ink::render(ink), memory).probabilities);
  CHECK(reading.digits[0].image == *ink::render(ink));
}

TEST_CASE("1,001 empty strokes are no digit, and a dot among them is one") {
  const Recognizer recognizer(quick_model());
  auto memory = recognizer.make_memory();
  ink::Ink ink(1001);
  CHECK(recognizer.read(ink, memory).digits.empty());
  ink[500] = {{3, 3}};
  const Reading reading = recognizer.read(ink, memory);
  REQUIRE(reading.digits.size() == 1);
  CHECK(reading.digits[0].strokes == std::vector<std::uint32_t>{500});
}

TEST_CASE("each layer has its activations, and the last ones are the logits") {
  const model::Preset preset = model::find_preset("accurate").value();
  nn::Network network = model::network_of(preset);
  Random random(4), style(5);
  AlignedVector<float> weights = nn::initial_weights<float>(network, preset.recipe.initialisation, random);
  weights.back() += 100;  // certain, so that no test-time augmentation is used
  const Recognizer recognizer({std::move(network), std::move(weights), {}});
  auto memory = recognizer.make_memory();
  const DigitReading reading = recognizer.read(synthetic::synthetic_digit(6, style), memory).digits.at(0);

  const std::vector<Activation> layers = recognizer.activations(reading.image, memory);
  std::vector<nn::Shape> shapes;
  for (const Activation& layer : layers) {
    shapes.push_back(layer.shape);
    CHECK(layer.values.size() == static_cast<std::size_t>(layer.shape.size()));
  }
  CHECK(shapes == std::vector<nn::Shape>{
                      {12, 12, 16}, {12, 12, 32}, {6, 6, 32}, {6, 6, 64}, {3, 3, 64}, {1, 1, digit_count}});
  for (std::size_t index = 0; index + 1 < layers.size(); ++index) {
    CHECK(std::ranges::all_of(layers[index].values, [](float value) { return value >= 0; }));  // after ReLU
    CHECK(std::ranges::any_of(layers[index].values, [](float value) { return value > 0; }));
  }
  CHECK(layers.front().name == "conv 5x5 16 valid");
  CHECK(layers.back().name == "dense 10");
  const std::span<const float, digit_count> logits(layers.back().values.data(), digit_count);
  CHECK(model::probabilities(logits, 1) == reading.probabilities);
}

TEST_CASE("an 8 of two rings that don't meet is one digit") {
  const auto ring = [](float x, float y, float radius) {
    ink::Stroke stroke;
    for (int step = 0; step <= 40; ++step) {
      const float angle = static_cast<float>(step) * std::acos(-1.0f) / 20;
      stroke.push_back({x + radius * std::sin(angle), y - radius * std::cos(angle)});
    }
    return stroke;
  };
  const Recognizer recognizer(quick_model());
  auto memory = recognizer.make_memory();
  const Reading reading = recognizer.read(ink::Ink{ring(50, 30, 26), ring(50, 92, 30)}, memory);
  CHECK(reading.text() == "8");
  REQUIRE(reading.digits.size() == 1);
  CHECK(reading.digits[0].strokes == std::vector<std::uint32_t>{0, 1});
  CHECK(reading.digits[0].box.bottom == doctest::Approx(122));
}
