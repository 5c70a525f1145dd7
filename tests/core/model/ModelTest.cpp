// SPDX-License-Identifier: MIT
#include "core/model/Model.h"

#include <doctest/doctest.h>

using namespace inkling;
using namespace inkling::model;

TEST_CASE("a valid architecture is summarised layer by layer") {
  const NetworkCheck check = check_network("conv 3x3 8 | norm | relu | pool 2 | dense 10");
  CHECK_FALSE(check.problem);
  CHECK(check.fault == 0);
  REQUIRE(check.layers.size() == 5);
  CHECK(check.layers[3].output == "14x14x8");
  CHECK(check.layers[4].weights == 14 * 14 * 8 * 10 + 10);
  CHECK(check.layers[4].forward_flops > 0);
}

TEST_CASE("an invalid architecture is summarised up to the layer at fault") {
  const NetworkCheck check = check_network("conv 3x3 8 | pool 14 | pool 3 | dense 10");
  CHECK(check.layers.size() == 2);
  CHECK(check.fault == 3);
  CHECK(check.problem);
}

TEST_CASE("the last layer of a network without ten outputs is at fault") {
  const NetworkCheck check = check_network("flatten | dense 12");
  CHECK(check.layers.size() == 2);
  CHECK(check.fault == 2);
  CHECK(check.problem.value().message ==
        "The network's output is 12. It must end with \"dense 10\", one output for each digit.");
}

TEST_CASE("an empty architecture is an error without a layer at fault") {
  const NetworkCheck check = check_network("");
  CHECK(check.layers.empty());
  CHECK(check.fault == 0);
  CHECK(check.problem);
}
