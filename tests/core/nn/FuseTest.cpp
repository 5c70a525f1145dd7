// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include <cmath>
#include <string>
#include <vector>

#include "core/nn/Architecture.h"
#include "core/nn/Fuse.h"
#include "core/nn/Workspace.h"

using namespace inkling;
using namespace inkling::nn;

namespace {

const char* const architectures[] = {
    "conv 3x3 5 | norm | relu | pool 2 | conv 3x3 18 valid | norm | relu | dense 10",
    "conv 5x5 16 valid | norm | relu | pool 2 | conv 3x3 33 | norm | pool 2 | dense 12 | norm | dense 10",
    "conv 3x3 7 | relu | pool 2 | conv 3x3 4 | pool 2 | dropout 0.2 | dense 20 | relu | dense 10",
    "pool 2 | norm | relu | flatten | dense 10 | norm",
    "conv 3x3 4 | norm | relu | pool 3 | dense 10",
};

/// Weights as after training, running statistics included.
AlignedVector<float> trained_weights(const Network& network, Random& random) {
  AlignedVector<float> weights = initial_weights<float>(network, Initialisation::he_normal, random);
  for (const NetworkParameter& entry : parameters(network)) {
    if (entry.parameter.kind == Parameter::Kind::weight) continue;
    for (std::size_t index = 0; index < entry.parameter.size(); ++index) {
      weights[entry.parameter.offset + index] += random.uniform(-0.4f, 0.4f);
    }
  }
  return weights;
}

/// The network's outputs, computed layer by layer with nothing fused.
std::vector<float> unfused_outputs(const Network& network, std::span<const float> weights,
                                   std::vector<float> values, int images) {
  for (std::size_t index = 0; index < network.nodes.size(); ++index) {
    const Network::Node& node = network.nodes[index];
    std::vector<float> output(images * output_shape(node.layer).size());
    std::vector<float> scratch(scratch_size(node.layer, images));
    forward(node.layer, LayerPass<float>{.weights = network.weights_of(index, weights),
                                         .input = {values.data(), images, input_shape(node.layer)},
                                         .output = {output.data(), images, output_shape(node.layer)},
                                         .scratch = scratch});
    values = std::move(output);
  }
  return values;
}

std::vector<float> outputs(const Network& network, std::span<const float> weights,
                           const std::vector<float>& input, int images, Mode workspace_mode) {
  Workspace<float> workspace(network, images, workspace_mode);
  std::copy(input.begin(), input.end(), workspace.input());
  workspace.forward(weights, images, Mode::inference);
  return {workspace.output(), workspace.output() + images * network.output().size()};
}

double largest_difference(const std::vector<float>& one, const std::vector<float>& other) {
  double largest = one.size() == other.size() ? 0 : INFINITY;
  for (std::size_t index = 0; index < one.size(); ++index) {
    largest = std::max(largest, static_cast<double>(std::abs(one[index] - other[index])));
  }
  return largest;
}

}  // namespace

TEST_CASE("fused networks and networks with folded normalisations compute what their layers do") {
  Random random(8);
  constexpr int images = 3;
  for (const char* architecture : architectures) {
    CAPTURE(std::string(architecture));
    const Network network = build_network(architecture).value();
    const AlignedVector<float> weights = trained_weights(network, random);
    std::vector<float> input(images * network.input.size());
    for (float& value : input) value = random.uniform();
    const std::vector<float> expected = unfused_outputs(network, weights, input, images);
    CHECK(largest_difference(outputs(network, weights, input, images, Mode::training), expected) < 1e-5);
    CHECK(largest_difference(outputs(network, weights, input, images, Mode::inference), expected) < 1e-5);
    const Network folded = fold_batch_norms(network);
    AlignedVector<float> folded_weights(folded.weight_count);
    fold_batch_norm_weights(network, weights, folded_weights);
    CHECK(largest_difference(outputs(folded, folded_weights, input, images, Mode::inference), expected) <
          1e-4);
  }
}

TEST_CASE("ReLUs and poolings become epilogues, and normalisations are folded away") {
  const Network network =
      build_network("conv 3x3 5 | norm | relu | pool 2 | dense 8 | relu | dense 10").value();
  // conv, norm with epilogue, dense, relu, dense
  CHECK(fuse_epilogues(network, Mode::training).nodes.size() == 5);
  // conv, norm with epilogue, dense with ReLU, dense
  CHECK(fuse_epilogues(network, Mode::inference).nodes.size() == 4);
  CHECK(architecture_of(fold_batch_norms(network)) ==
        "conv 3x3 5 | relu | pool 2 | dense 8 | relu | dense 10");
  CHECK(fuse_epilogues(fold_batch_norms(network), Mode::inference).nodes.size() == 3);
}
