// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include <string>

#include "core/nn/Architecture.h"

using namespace inkling;
using namespace inkling::nn;

namespace {

std::string error_of(const std::string& architecture) {
  const auto network = build_network(architecture);
  return network.ok() ? "accepted" : network.error().message;
}

}  // namespace

TEST_CASE("the article's network has 109,386 weights") {
  const auto network = build_network("flatten | dense 128 | relu | dense 64 | relu | dense 10");
  REQUIRE(network.ok());
  CHECK(network.value().weight_count == 109'386);
  CHECK(network.value().output() == Shape{1, 1, 10});
}

TEST_CASE("an architecture survives a round trip") {
  const std::string text =
      "conv 5x5 16 valid | norm | relu | pool 2 | conv 3x3 32 | relu | dropout 0.25 | dense 10";
  const auto network = build_network(text);
  REQUIRE(network.ok());
  CHECK(architecture_of(network.value()) == text);
  CHECK(output_shape(network.value().nodes[3].layer) == Shape{12, 12, 16});
}

TEST_CASE("a dropout rate of zero survives a round trip") {
  const auto network = build_network("dropout 0.00 | dense 10");
  REQUIRE(network.ok());
  CHECK(architecture_of(network.value()) == "dropout 0.0 | dense 10");
  CHECK(build_network(architecture_of(network.value())).ok());
}

TEST_CASE("a convolution has a bias unless a normalisation follows") {
  const auto with_relu = build_network("conv 3x3 16 | relu"), with_norm = build_network("conv 3x3 16 | norm");
  CHECK(parameters(with_relu.value()).size() == 2);
  CHECK(parameters(with_norm.value()).size() == 1 + 4);
  CHECK(learned_weight_count(with_norm.value()) == 9 * 16 + 2 * 16);
}

TEST_CASE("the parameters fill the flat vector without gaps") {
  const auto network = build_network("conv 3x3 8 | norm | relu | pool 2 | conv 3x3 8 | relu | dense 10");
  std::size_t end = 0;
  for (const NetworkParameter& entry : parameters(network.value())) {
    CHECK(entry.parameter.offset == end);
    end += entry.parameter.size();
  }
  CHECK(end == network.value().weight_count);
}

TEST_CASE("errors name the invalid layer by its position") {
  CHECK(error_of("") == "The architecture is empty. Try \"flatten | dense 10\".");
  CHECK(error_of("dense 10 | softmax") ==
        "layer 2 (\"softmax\"): unknown layer, use one of: conv, dense, dropout, flatten, norm, pool, relu");
  CHECK(error_of("dense 0") == "layer 1 (\"dense 0\"): expected a form like \"dense 128\"");
  CHECK(error_of("dense 10 20") == "layer 1 (\"dense 10 20\"): expected a form like \"dense 128\"");
  CHECK(error_of("conv 4x4 8") == "layer 1 (\"conv 4x4 8\"): expected a form like \"conv 3x3 16\"");
  CHECK(error_of("conv 3x5 8") == "layer 1 (\"conv 3x5 8\"): expected a form like \"conv 3x3 16\"");
  CHECK(error_of("dropout 1") == "layer 1 (\"dropout 1\"): expected a form like \"dropout 0.2\"");
  CHECK(error_of("dense 10 | pool 2") == "layer 2 (\"pool 2\"): its input is too small (10)");
  CHECK(error_of("dense 4096 | dense 4096") ==
        "layer 2 (\"dense 4096\"): the network has more than 16 million weights");
}

TEST_CASE("a network has at most 64 layers") {
  std::string architecture = "dense 10";
  for (int layer = 1; layer < max_layers; ++layer) architecture += " | relu";
  CHECK(error_of(architecture) == "accepted");
  CHECK(error_of(architecture + " | relu") == "The network has more than 64 layers.");
}

// These counts wrap to small numbers in a 32-bit size_t, so without the checks in 64 bits the layers would be
// accepted in WebAssembly. A 64-bit build can't fail here.
TEST_CASE("weights are counted in 64 bits") {
  CHECK(weight_count(Dense{{1024, 1024, 1}, 4096}) == (std::uint64_t{1} << 32) + 4096);
  CHECK(weight_count(Convolution{{1, 1, 1 << 20}, 1, 1 << 12, true, false}) == std::uint64_t{1} << 32);
  const auto network = build_network("dense 4096", {1024, 1024, 1});
  REQUIRE_FALSE(network.ok());
  CHECK(network.error().message == "layer 1 (\"dense 4096\"): the network has more than 16 million weights");
}

TEST_CASE("a network whose activations don't fit in memory is refused at the layer that is too large") {
  const std::string too_large = ": too large, its output has more than 262,144 values";
  CHECK(error_of("conv 13x13 4096 valid | dense 4096 | dense 10") ==
        "layer 1 (\"conv 13x13 4096 valid\")" + too_large);
  CHECK(error_of("conv 1x1 4096 | relu | relu | relu") == "layer 1 (\"conv 1x1 4096\")" + too_large);
  CHECK(error_of("conv 1x1 300 | relu | relu | relu | relu") ==
        "layer 5 (\"relu\"): the network is too large, all outputs so far have more than 1 million values");
  CHECK(error_of("conv 1x1 300 | relu | relu | relu | dense 10") == "accepted");
  CHECK(error_of(
            "conv 3x3 64 | norm | relu | conv 3x3 64 | norm | relu | pool 2 | conv 3x3 128 | norm | relu | "
            "conv 3x3 128 | norm | relu | pool 2 | dense 256 | relu | dense 10") == "accepted");
}
