#include "core/recognize/Activations.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "core/model/Calibration.h"
#include "core/model/Preset.h"
#include "core/synthetic/SyntheticDigits.h"

using namespace inkling;
using namespace inkling::recognize;

TEST_CASE("each layer shows what came out of it, the last one the logits") {
  const model::Preset preset = model::find_preset("accurate").value();
  nn::Network network = model::network_of(preset);
  Random random(4), hand(5);
  AlignedVector<float> weights = nn::initial_weights<float>(network, preset.recipe.initialisation, random);
  weights.back() += 100;  // sure, so that it looks once
  const Recognizer recognizer({std::move(network), std::move(weights), {}});
  auto memory = recognizer.make_memory();
  const DigitReading reading = recognizer.read(synthetic::synthetic_digit(6, hand), memory).digits.at(0);

  const std::vector<Activation> all = activations(recognizer, reading.image, memory);
  std::vector<nn::Shape> shapes;
  for (const Activation& activation : all) {
    shapes.push_back(activation.shape);
    CHECK(activation.values.size() == static_cast<std::size_t>(activation.shape.size()));
  }
  CHECK(shapes == std::vector<nn::Shape>{
                      {14, 14, 16}, {14, 14, 32}, {7, 7, 32}, {7, 7, 64}, {3, 3, 64}, {1, 1, class_count}});
  for (std::size_t layer = 0; layer + 1 < all.size(); ++layer) {
    CHECK(std::ranges::all_of(all[layer].values, [](float value) { return value >= 0; }));  // after its ReLU
    CHECK(std::ranges::any_of(all[layer].values, [](float value) { return value > 0; }));
  }
  CHECK(all.front().name == "conv 3x3 16");
  CHECK(all.back().name == "dense 10");
  const std::span<const float, class_count> logits(all.back().values.data(), class_count);
  CHECK(model::probabilities(logits, 1) == reading.probabilities);
}
