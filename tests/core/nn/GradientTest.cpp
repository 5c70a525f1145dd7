// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include <cmath>
#include <numeric>
#include <string>
#include <vector>

#include "core/nn/Architecture.h"
#include "core/nn/Loss.h"
#include "core/nn/Workspace.h"

using namespace inkling;
using namespace inkling::nn;

namespace {

std::vector<double> random_values(std::size_t count, Random& random) {
  std::vector<double> values(count);
  for (double& value : values) value = random.normal();
  return values;
}

/// One layer with the memory for a pass. Its loss is the sum of its outputs times fixed random coefficients.
struct LayerHarness {
  Layer layer;
  int images;
  Random random{17};
  std::vector<double> weights, input, output, scratch, coefficients, input_gradient, weight_gradient;

  LayerHarness(const Layer& tested, int image_count) : layer(tested), images(image_count) {
    weights = random_values(static_cast<std::size_t>(weight_count(layer)), random);
    input = random_values(images * input_shape(layer).size(), random);
    coefficients = random_values(images * output_shape(layer).size(), random);
    output.resize(coefficients.size());
    scratch.resize(scratch_size(layer, images));
    input_gradient.resize(input.size());
    weight_gradient.resize(weights.size());
  }

  LayerPass<double> pass(Random& dropout_random) {
    return {.mode = Mode::training,
            .random = &dropout_random,
            .weights = weights,
            .input = {input.data(), images, input_shape(layer)},
            .output = {output.data(), images, output_shape(layer)},
            .scratch = scratch,
            .output_gradient = {coefficients.data(), images, output_shape(layer)},
            .input_gradient = {input_gradient.data(), images, input_shape(layer)},
            .weight_gradient = weight_gradient};
  }

  double loss() {
    Random dropout_random(5);  // drops the same values every time
    forward(layer, pass(dropout_random));
    return std::inner_product(output.begin(), output.end(), coefficients.begin(), 0.0);
  }

  /// Numeric derivative of the loss by one input or weight.
  double finite_difference(double& value) {
    constexpr double step = 1e-6;
    const double original = value;
    value = original + step;
    const double above = loss();
    value = original - step;
    const double below = loss();
    value = original;
    return (above - below) / (2 * step);
  }
};

bool agree(double measured, double expected) {
  return std::abs(measured - expected) <= 1e-5 + 1e-3 * std::abs(expected);
}

void check_gradients(const Layer& layer, int images) {
  LayerHarness harness(layer, images);
  CAPTURE(to_string(layer));
  CAPTURE(to_string(input_shape(layer)));
  harness.loss();
  Random unused(0);
  backward(layer, harness.pass(unused));
  int wrong = 0;
  for (std::size_t index = 0; index < harness.input.size(); ++index) {
    wrong += !agree(harness.input_gradient[index], harness.finite_difference(harness.input[index]));
  }
  for (const Parameter& parameter : parameters(layer)) {
    if (is_statistic(parameter.kind)) continue;
    for (std::size_t index = parameter.offset; index < parameter.offset + parameter.size(); ++index) {
      wrong += !agree(harness.weight_gradient[index], harness.finite_difference(harness.weights[index]));
    }
  }
  CHECK(wrong == 0);
}

int random_int(Random& random, int min, int max) {
  return min + static_cast<int>(random.below(max - min + 1));
}

Shape random_shape(Random& random) {
  return {random_int(random, 3, 6), random_int(random, 3, 6), random_int(random, 1, 4)};
}

}  // namespace

TEST_CASE("every layer's gradients match finite differences on random shapes") {
  Random random(3);
  for (int round = 0; round < 12; ++round) {
    const int images = random_int(random, 1, 4);
    const Shape shape = random_shape(random);
    check_gradients(Dense{shape, random_int(random, 1, 6)}, images);
    check_gradients(Convolution{shape, 3, random_int(random, 1, 5), true, round % 2 == 0}, images);
    check_gradients(Convolution{shape, random_int(random, 1, 3), random_int(random, 1, 5), false}, images);
    check_gradients(Convolution{shape, 5, random_int(random, 1, 3), true}, images);
    check_gradients(BatchNorm{shape}, images + 1);
    check_gradients(BatchNorm{shape, {.relu = true}}, images + 1);
    check_gradients(BatchNorm{shape, {.pool = true}}, images + 1);
    check_gradients(BatchNorm{shape, {.relu = true, .pool = true}}, images + 1);
    check_gradients(MaxPool{shape, random_int(random, 2, 3)}, images);
    check_gradients(Relu{shape}, images);
    check_gradients(Dropout{shape, 0.3f}, images);
    check_gradients(Flatten{shape}, images);
  }
}

TEST_CASE("the gradient of running statistics points from the running to the observed values") {
  LayerHarness harness(BatchNorm{{2, 2, 1}}, 2);
  harness.input = {1, 2, 3, 4, 5, 6, 7, 8};
  harness.weights = {1, 0, 10, 20};  // scale, shift, running mean, running variance
  harness.loss();
  Random unused(0);
  backward(harness.layer, harness.pass(unused));
  CHECK(harness.weight_gradient[2] == doctest::Approx(10 - 4.5));
  CHECK(harness.weight_gradient[3] == doctest::Approx(20 - 6.0));  // the unbiased variance, as in PyTorch
}

TEST_CASE("a network's gradient matches finite differences, with label smoothing and images of no class") {
  const auto network = build_network(
      "conv 3x3 3 | norm | relu | pool 2 | conv 3x3 4 valid | relu | flatten | dense 5", {8, 8, 2});
  REQUIRE(network.ok());
  Random random(4);
  auto weights = initial_weights<double>(network.value(), Initialisation::he_normal, random);
  constexpr int images = 4, classes = 5;
  const std::vector<std::uint8_t> labels = {0, 4, classes, 2};
  const auto pixels = random_values(images * network.value().input.size(), random);
  constexpr double smoothing = 0.1;
  Workspace<double> workspace(network.value(), images, Mode::training);
  std::copy(pixels.begin(), pixels.end(), workspace.input());

  const auto smoothed_loss = [&] {
    workspace.forward(weights, images, Mode::training);
    math::Matrix<double> logits = math::ConstMatrixView<double>(workspace.output(), images, classes);
    softmax<double>({logits.data(), images, classes});
    double loss = 0;
    for (int image = 0; image < images; ++image) {
      const double smoothed = labels[image] == classes ? 1 : smoothing;
      for (int label = 0; label < classes; ++label) {
        const double target = (label == labels[image] ? 1 - smoothed : 0) + smoothed / classes;
        loss -= target * std::log(logits(image, label)) / images;
      }
    }
    return loss;
  };

  smoothed_loss();
  softmax_cross_entropy<double>({workspace.output(), images, classes}, labels, smoothing,
                                workspace.output_gradient(), images);
  AlignedVector<double> gradient(weights.size());
  workspace.backward(weights, images, gradient);
  int wrong = 0;
  for (const NetworkParameter& entry : parameters(network.value())) {
    if (is_statistic(entry.parameter.kind)) continue;
    for (std::size_t index = entry.parameter.offset; index < entry.parameter.offset + entry.parameter.size();
         ++index) {
      const double original = weights[index];
      weights[index] = original + 1e-6;
      const double above = smoothed_loss();
      weights[index] = original - 1e-6;
      const double below = smoothed_loss();
      weights[index] = original;
      wrong += !agree(gradient[index], (above - below) / 2e-6);
    }
  }
  CHECK(wrong == 0);
}
