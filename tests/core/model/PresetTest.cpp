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
