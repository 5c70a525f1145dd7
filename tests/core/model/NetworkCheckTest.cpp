#include <doctest/doctest.h>

#include "core/model/NetworkCheck.h"

using namespace inkling;
using namespace inkling::model;

TEST_CASE("a network that fits is summed up layer by layer, without a word") {
  const NetworkCheck check = check_network("conv 3x3 8 | norm | relu | pool 2 | dense 10");
  CHECK(check.problem.empty());
  CHECK(check.fault == 0);
  REQUIRE(check.layers.size() == 5);
  CHECK(check.layers[3].output == "14x14x8");
  CHECK(check.layers[4].weights == 14 * 14 * 8 * 10 + 10);
  CHECK(check.layers[4].multiply_adds > 0);
}

TEST_CASE("the layers before one that does not fit are summed up, and its place is told") {
  const NetworkCheck check = check_network("conv 3x3 8 | pool 14 | pool 3 | dense 10");
  CHECK(check.layers.size() == 2);
  CHECK(check.fault == 3);
  CHECK(check.problem == "layer 3 (\"pool 3\"): its input is too small (2x2x8)");
}

TEST_CASE("a network that gives no ten numbers has its fault at its end") {
  const NetworkCheck check = check_network("flatten | dense 12");
  CHECK(check.layers.size() == 2);
  CHECK(check.fault == 2);
  CHECK(check.problem ==
        "The network ends with 12; to tell ten digits apart it takes \"dense 10\" at its end.");
}

TEST_CASE("what is wrong with no layer has no place") {
  const NetworkCheck check = check_network("");
  CHECK(check.layers.empty());
  CHECK(check.fault == 0);
  CHECK(check.problem == "The architecture is empty. Try \"flatten | dense 10\".");
}
