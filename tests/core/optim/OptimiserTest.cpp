// SPDX-License-Identifier: MIT
#include "core/optim/Optimiser.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <span>
#include <utility>
#include <vector>

#include "core/base/Random.h"
#include "core/optim/Schedule.h"
#include "tests/core/optim/OptimiserStep.h"

using namespace inkling;
using namespace inkling::optim;

using Rule = ParameterGroup::Rule;

namespace {

/// One group of each rule.
const ParameterGroups all_rules = {
    {0, 5, Rule::decay}, {5, 11, Rule::muon, 2}, {11, 14, Rule::no_decay}, {14, 17, Rule::running_stats}};

std::vector<float> random_values(std::size_t size, std::uint64_t seed) {
  Random random(seed);
  std::vector<float> values(size);
  for (float& value : values) value = random.normal();
  return values;
}

}  // namespace

TEST_CASE("one cycle peaks at 30 % of the steps and ends near zero") {
  const Schedule schedule{Schedule::Kind::one_cycle, 0.5f};
  CHECK(schedule.rate(0, 1001) == doctest::Approx(0.5 / 25));
  CHECK(schedule.rate(300, 1001) == doctest::Approx(0.5));
  CHECK(schedule.rate(150, 1001) == doctest::Approx((0.5 + 0.02) / 2));
  CHECK(schedule.rate(1000, 1001) == doctest::Approx(0.5 / 25e4));
  for (int step = 301; step <= 1000; ++step) CHECK(schedule.rate(step, 1001) < schedule.rate(step - 1, 1001));
}

TEST_CASE("a constant schedule keeps its learning rate") {
  const Schedule schedule{Schedule::Kind::constant, 0.01f};
  CHECK(schedule.rate(0, 10) == 0.01f);
  CHECK(schedule.rate(9, 10) == 0.01f);
}

TEST_CASE("a cosine schedule falls from its peak to near zero") {
  const Schedule schedule{Schedule::Kind::cosine, 0.5f};
  CHECK(schedule.rate(0, 1001) == 0.5f);
  CHECK(schedule.rate(500, 1001) == doctest::Approx(0.25).epsilon(1e-4));
  CHECK(schedule.rate(1000, 1001) == doctest::Approx(0.5 / 25e4));
  for (int step = 1; step <= 1000; ++step) CHECK(schedule.rate(step, 1001) < schedule.rate(step - 1, 1001));
}

TEST_CASE("each parameter group is updated by its own rule") {
  Optimiser optimiser({.weight_decay = 0.1f},
                      {{0, 2, Rule::decay}, {2, 4, Rule::no_decay}, {4, 6, Rule::running_stats}});
  std::vector<float> weights = {1, 1, 1, 1, 1, 1};
  const std::vector<float> gradient = {0, 2, 0, 2, 0, 2};
  optimiser_step(optimiser, weights, gradient, 0.5f);
  // Adam's first update is the learning rate times the gradient's sign; decay takes rate x decay x weight.
  CHECK(weights[0] == doctest::Approx(0.95));
  CHECK(weights[1] == doctest::Approx(0.95 - 0.5));
  CHECK(weights[2] == 1);
  CHECK(weights[3] == doctest::Approx(0.5));
  CHECK(weights[4] == 1);
  CHECK(weights[5] == doctest::Approx(1 - 0.1 * 2));
}

TEST_CASE("a step taken range by range equals the whole step, weights and average alike") {
  Optimiser whole({.weight_decay = 0.1f}, all_rules), by_ranges({.weight_decay = 0.1f}, all_rules);
  std::vector<float> whole_weights(17, 1), range_weights(17, 1);
  WeightEma whole_ema(0.9f, whole_weights), range_ema(0.9f, range_weights);
  ThreadPool pool;
  for (std::uint64_t step = 1; step <= 3; ++step) {
    const std::vector<float> gradient = random_values(17, step);
    optimiser_step(whole, whole_weights, gradient, 0.1f, &whole_ema);
    by_ranges.start_step(0.1f, &range_ema);
    for (const auto& [begin, size] : {std::pair{10, 7}, {0, 3}, {3, 7}}) {
      by_ranges.update(begin, std::span(gradient).subspan(begin, size), range_weights);
    }
    by_ranges.finish_step(range_weights, pool);
  }
  CHECK(whole_weights == range_weights);
  CHECK(std::ranges::equal(whole_ema.weights(), range_ema.weights()));
}

TEST_CASE(
    "a step moves the average of every weight towards the new weights, and leaves the weights the same") {
  Optimiser averaged({.weight_decay = 0.1f}, all_rules), plain({.weight_decay = 0.1f}, all_rules);
  std::vector<float> averaged_weights(17, 1), plain_weights(17, 1);
  WeightEma ema(0.9f, averaged_weights);
  std::vector<double> expected(17, 1);
  for (int step = 1; step <= 200; ++step) {
    const std::vector<float> gradient = random_values(17, static_cast<std::uint64_t>(step));
    optimiser_step(averaged, averaged_weights, gradient, 0.1f, &ema);
    optimiser_step(plain, plain_weights, gradient, 0.1f);
    const double decay = std::min(0.9, step / (step + 9.0));
    for (std::size_t index = 0; index < expected.size(); ++index)
      expected[index] = decay * expected[index] + (1 - decay) * plain_weights[index];
  }
  CHECK(averaged_weights == plain_weights);
  for (std::size_t index = 0; index < expected.size(); ++index)
    CHECK(ema.weights()[index] == doctest::Approx(expected[index]).epsilon(1e-4));
}

TEST_CASE("a gradient that stays zero leaves no denormal moments") {
  Optimiser optimiser({}, {{0, 1, Rule::no_decay}});
  std::vector<float> weights = {1};
  optimiser_step(optimiser, weights, std::vector<float>{1e-3f}, 1e-3f);
  for (int step = 0; step < 2000; ++step) optimiser_step(optimiser, weights, std::vector<float>{0}, 1e-3f);
  CHECK(optimiser.state().mean[0] == 0);
}

TEST_CASE("the average soon forgets the initial weights") {
  WeightEma ema(0.99f, std::vector<float>{100});
  CHECK(ema.update_rate(1) == doctest::Approx(0.9));
  float distance = 99;
  for (int step = 1; step <= 300; ++step) distance *= 1 - ema.update_rate(step);
  CHECK(distance < 0.05);
}
