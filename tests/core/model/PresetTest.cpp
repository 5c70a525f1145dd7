// SPDX-License-Identifier: MIT
#include "core/model/Preset.h"

#include <doctest/doctest.h>

using namespace inkling;
using namespace inkling::model;

TEST_CASE("presets have ten outputs and no more weights than documented, and an unknown name is an error") {
  CHECK(presets().size() == 3);
  CHECK(nn::learned_weight_count(network_of(find_preset("article").value())) == 109'386);
  CHECK(nn::learned_weight_count(network_of(find_preset("fast").value())) < 31'000);
  CHECK(nn::learned_weight_count(network_of(find_preset("accurate").value())) <= 100'000);
  for (const Preset& preset : presets()) CHECK(network_of(preset).output() == nn::Shape{1, 1, 10});
  CHECK(find_preset("huge").error().message ==
        "There is no preset \"huge\". Choose one of: article, fast, accurate.");
}

TEST_CASE("a network for other classes has an output for each in place of ten") {
  const nn::Network letters = classifier_of(find_preset("fast", {}, 26).value(), 26);
  CHECK(letters.output() == nn::Shape{1, 1, 26});
  CHECK(classifier_of(find_preset("fast").value(), 10).weight_count ==
        network_of(find_preset("fast").value()).weight_count);
  CHECK(classifier_of(find_preset("fast", "flatten | dense 10", 3).value(), 3).output() ==
        nn::Shape{1, 1, 3});
  CHECK(find_preset("fast", "flatten | dense 3", 3).ok());
  CHECK(find_preset("fast", "flatten | dense 4", 3).error().message ==
        "The network's output is 4. It must end with \"dense 3\", one output for each class.");
}
