// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include <cmath>
#include <fstream>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "core/model/TrainingRecipe.h"
#include "core/nn/Architecture.h"
#include "core/nn/Loss.h"
#include "core/nn/Workspace.h"
#include "tests/core/optim/OptimiserStep.h"

using namespace inkling;
using nlohmann::json;

// The golden values are PyTorch's, in double; scripts/make-golden makes them and says how.

namespace {

/// x <- 1664525 x + 1013904223 mod 2^32, the generator that the script runs too.
class Generator {
 public:
  double value() {
    state_ = 1664525u * state_ + 1013904223u;
    return state_ / 4294967296.0;
  }

 private:
  std::uint32_t state_ = 2026;
};

float scaled(const nn::Parameter& parameter, double value) {
  switch (parameter.kind) {
    case nn::Parameter::Kind::weight: {
      const double fan_in = static_cast<double>(parameter.size()) / parameter.shape.back();
      return static_cast<float>((value - 0.5) * std::sqrt(24 / fan_in));
    }
    case nn::Parameter::Kind::bias:
      return static_cast<float>((value - 0.5) * 0.1);
    case nn::Parameter::Kind::norm_scale:
      return static_cast<float>(value + 0.5);
    default:
      return static_cast<float>(value - 0.5);
  }
}

struct Problem {
  json golden;
  nn::Network network;
  Generator generator;
  AlignedVector<float> weights, gradient;
  std::vector<std::uint8_t> labels;
  int images;
  nn::Workspace<float> workspace;

  explicit Problem(const json& expected)
      : golden(expected),
        network(nn::build_network(golden["architecture"].get<std::string>()).value()),
        gradient(network.weight_count),
        labels(golden["images"].get<std::size_t>()),
        images(golden["images"]),
        workspace(network, images, nn::Mode::training) {
    Random unused(0);
    weights = nn::initial_weights<float>(network, nn::Initialisation::he_normal, unused);
    for (const auto& [layer, parameter] : nn::parameters(network)) {
      if (nn::is_statistic(parameter.kind)) continue;
      for (std::size_t index = 0; index < parameter.size(); ++index) {
        weights[parameter.offset + index] = scaled(parameter, generator.value());
      }
    }
  }

  void next_batch() {
    for (int index = 0; index < images * 784; ++index) {
      workspace.input()[index] = static_cast<float>(generator.value());
    }
    for (std::uint8_t& label : labels) label = static_cast<std::uint8_t>(generator.value() * 10);
  }

  double forward_backward() {
    workspace.forward(weights, images, nn::Mode::training);
    const nn::LossSum sum = nn::softmax_cross_entropy<float>({workspace.output(), images, 10}, labels, 0.0f,
                                                             workspace.output_gradient(), images);
    workspace.backward(weights, images, gradient);
    return sum.loss / images;
  }
};

void check_logits(const Problem& problem, const json& expected, const float* logits, double tolerance) {
  for (std::size_t index = 0; index < expected.size(); ++index) {
    const double difference = logits[index] - expected[index].get<double>();
    CHECK(std::abs(difference) < tolerance);
  }
  CHECK(expected.size() == static_cast<std::size_t>(problem.images) * 10);
}

void check_tensor(const json& expected, const float* values, std::size_t size, double tolerance) {
  double sum = 0, squares = 0;
  for (std::size_t index = 0; index < size; ++index) {
    sum += values[index];
    squares += static_cast<double>(values[index]) * values[index];
  }
  const double norm = expected["norm"], scale = norm / std::sqrt(static_cast<double>(size));
  CHECK(std::abs(std::sqrt(squares) - norm) < tolerance * norm);
  CHECK(std::abs(sum - expected["sum"].get<double>()) <
        tolerance * norm * std::sqrt(static_cast<double>(size)));
  const std::size_t stride = size / 16 + 1;
  for (std::size_t index = 0; index < size; index += stride) {
    const double value = expected["sample"][index / stride];
    CHECK(std::abs(values[index] - value) < tolerance * std::max(scale, std::abs(value)));
  }
}

void check_tensors(const Problem& problem, const json& expected, const AlignedVector<float>& values,
                   double tolerance) {
  for (const nn::NetworkParameter& entry : nn::parameters(problem.network)) {
    if (!expected.contains(entry.name())) continue;
    CAPTURE(entry.name());
    check_tensor(expected[entry.name()], values.data() + entry.parameter.offset, entry.parameter.size(),
                 tolerance);
  }
}

void check_against_golden(const std::string& name) {
  std::ifstream file(std::string(INKLING_TEST_DATA) + "/golden.json");
  REQUIRE(file.good());
  Problem problem(json::parse(file)[name]);
  const json& golden = problem.golden;
  optim::Optimiser optimiser({.epsilon = golden["epsilon"], .weight_decay = golden["decay"]},
                             model::parameter_groups(problem.network, optim::OptimiserKind::adamw));
  for (int step = 0; step < golden["steps"]; ++step) {
    problem.next_batch();
    const double loss = problem.forward_backward();
    if (step == 0) {
      CHECK(loss == doctest::Approx(golden["loss"].get<double>()).epsilon(1e-5));
      check_logits(problem, golden["logits"], problem.workspace.output(), 1e-5);
      check_tensors(problem, golden["gradient"], problem.gradient, 1e-4);
    }
    optimiser_step(optimiser, problem.weights, problem.gradient, golden["rate"]);
  }
  check_tensors(problem, golden["after_steps"], problem.weights, 1e-3);
  problem.next_batch();
  problem.workspace.forward(problem.weights, problem.images, nn::Mode::inference);
  check_logits(problem, golden["inference_logits"], problem.workspace.output(), 1e-3);
}

}  // namespace

TEST_CASE("forward, gradients and ten Adam steps of the article's network agree with PyTorch") {
  check_against_golden("article");
}

TEST_CASE("forward, gradients and ten AdamW steps of a normalised convolutional network agree with PyTorch") {
  check_against_golden("fast");
}
