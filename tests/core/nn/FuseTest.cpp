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

/// Weights as a training would leave them, running statistics included.
AlignedVector<float> weights_of(const Network& network, Random& random) {
  AlignedVector<float> weights = initial_weights<float>(network, Initialisation::he_normal, random);
  for (const NetworkParameter& entry : parameters(network)) {
    if (entry.parameter.kind == Parameter::Kind::weight) continue;
    for (std::size_t index = 0; index < entry.parameter.size(); ++index) {
      weights[entry.parameter.offset + index] += random.uniform(-0.4f, 0.4f);
    }
  }
  return weights;
}

/// The network's answers, layer by layer with nothing fused.
std::vector<float> answers_layer_by_layer(const Network& network, std::span<const float> weights,
                                          std::vector<float> values, int images) {
  for (const Network::Node& node : network.nodes) {
    std::vector<float> output(images * output_shape(node.layer).size());
    std::vector<float> scratch(scratch_size(node.layer, images));
    LayerPass<float> pass;
    pass.images = images;
    pass.weights = weights.data() + node.offset;
    pass.input = values.data();
    pass.output = output.data();
    pass.scratch = scratch.data();
    forward(node.layer, pass);
    values = std::move(output);
  }
  return values;
}

std::vector<float> answers(const Network& network, std::span<const float> weights,
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

TEST_CASE("a fused network, and one with its normalisations folded away, answer as layer by layer") {
  Random random(8);
  constexpr int images = 3;
  for (const char* architecture : architectures) {
    CAPTURE(std::string(architecture));
    const Network network = build_network(architecture).value();
    const AlignedVector<float> weights = weights_of(network, random);
    std::vector<float> input(images * network.input.size());
    for (float& value : input) value = random.uniform();
    const std::vector<float> expected = answers_layer_by_layer(network, weights, input, images);
    CHECK(largest_difference(answers(network, weights, input, images, Mode::training), expected) < 1e-5);
    CHECK(largest_difference(answers(network, weights, input, images, Mode::inference), expected) < 1e-5);
    AlignedVector<float> fewer(folded(network).weight_count);
    fold_weights(network, weights, fewer);
    CHECK(largest_difference(answers(folded(network), fewer, input, images, Mode::inference), expected) <
          1e-4);
  }
}

TEST_CASE("what follows a layer becomes its tail, and normalisations go away") {
  const Network network =
      build_network("conv 3x3 5 | norm | relu | pool 2 | dense 8 | relu | dense 10").value();
  CHECK(fused(network, Mode::training).nodes.size() == 5);  // conv, norm with its tail, dense, relu, dense
  CHECK(fused(network, Mode::inference).nodes.size() ==
        4);  // conv, norm with its tail, dense with relu, dense
  CHECK(architecture_of(folded(network)) == "conv 3x3 5 | relu | pool 2 | dense 8 | relu | dense 10");
  CHECK(fused(folded(network), Mode::inference).nodes.size() == 3);
}
