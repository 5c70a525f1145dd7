#include <doctest/doctest.h>

#include <string>

#include "core/nn/Architecture.h"

using namespace inkling;
using namespace inkling::nn;

namespace {

std::string refusal(const std::string& architecture) {
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

TEST_CASE("an architecture read and written again is the same") {
  const std::string text =
      "conv 5x5 16 valid | norm | relu | pool 2 | conv 3x3 32 | relu | dropout 0.25 | dense 10";
  const auto network = build_network(text);
  REQUIRE(network.ok());
  CHECK(architecture_of(network.value()) == text);
  CHECK(output_shape(network.value().nodes[3].layer) == Shape{12, 12, 16});
}

TEST_CASE("a convolution has a bias unless a normalisation follows") {
  const auto with = build_network("conv 3x3 16 | relu"), without = build_network("conv 3x3 16 | norm");
  CHECK(parameters(with.value()).size() == 2);
  CHECK(parameters(without.value()).size() == 1 + 4);
  CHECK(learned_weight_count(without.value()) == 9 * 16 + 2 * 16);
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

TEST_CASE("a layer that cannot be is refused by its place") {
  CHECK(refusal("") == "The architecture is empty; write it like \"flatten | dense 10\".");
  CHECK(refusal("dense 10 | softmax") ==
        "layer 2 (\"softmax\"): there is conv, dense, dropout, flatten, norm, pool and relu");
  CHECK(refusal("dense 0") == "layer 1 (\"dense 0\"): write it like \"dense 128\"");
  CHECK(refusal("dense 10 20") == "layer 1 (\"dense 10 20\"): write it like \"dense 128\"");
  CHECK(refusal("conv 4x4 8") == "layer 1 (\"conv 4x4 8\"): write it like \"conv 3x3 16\"");
  CHECK(refusal("conv 3x5 8") == "layer 1 (\"conv 3x5 8\"): write it like \"conv 3x3 16\"");
  CHECK(refusal("dropout 1") == "layer 1 (\"dropout 1\"): write it like \"dropout 0.2\"");
  CHECK(refusal("dense 10 | pool 2") == "layer 2 (\"pool 2\"): there is too little left of the image, 10");
  CHECK(refusal("dense 4096 | dense 4096") ==
        "layer 2 (\"dense 4096\"): the network has more than 16 million weights");
  CHECK(refusal("relu|relu|relu|relu|relu|relu|relu|relu|relu|relu|relu|relu|relu|relu|relu|relu|relu|relu|"
                "relu|relu|"
                "relu|relu|relu|relu|relu|relu|relu|relu|relu|relu|relu|relu|relu|relu|relu|relu|relu|relu|"
                "relu|relu|"
                "relu|relu|relu|relu|relu|relu|relu|relu|relu|relu|relu|relu|relu|relu|relu|relu|relu|relu|"
                "relu|relu|"
                "relu|relu|relu|relu|relu") == "The network has more than 64 layers.");
}
