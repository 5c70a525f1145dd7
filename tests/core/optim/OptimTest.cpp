#include <doctest/doctest.h>

#include <vector>

#include "core/optim/Optimiser.h"
#include "core/optim/Schedule.h"
#include "core/optim/WeightEma.h"
#include "tests/core/optim/WholeStep.h"

using namespace inkling;
using namespace inkling::optim;

TEST_CASE("one cycle rises to its peak at 30 % of the steps and ends near zero") {
  const Schedule schedule{Schedule::Kind::one_cycle, 0.5f};
  CHECK(schedule.rate(0, 1001) == doctest::Approx(0.5 / 25));
  CHECK(schedule.rate(300, 1001) == doctest::Approx(0.5));
  CHECK(schedule.rate(150, 1001) == doctest::Approx((0.5 + 0.02) / 2));
  CHECK(schedule.rate(1000, 1001) == doctest::Approx(0.5 / 25e4));
  for (int step = 301; step <= 1000; ++step) CHECK(schedule.rate(step, 1001) < schedule.rate(step - 1, 1001));
}

TEST_CASE("a constant schedule keeps its rate") {
  const Schedule schedule{Schedule::Kind::constant, 0.01f};
  CHECK(schedule.rate(0, 10) == 0.01f);
  CHECK(schedule.rate(9, 10) == 0.01f);
}

TEST_CASE("each rule of the optimiser touches its own span alone") {
  using Rule = ParameterGroup::Rule;
  Optimiser optimiser({.weight_decay = 0.1f},
                      {{0, 2, Rule::decay}, {2, 4, Rule::no_decay}, {4, 6, Rule::running_stats}});
  std::vector<float> weights = {1, 1, 1, 1, 1, 1};
  const std::vector<float> gradient = {0, 2, 0, 2, 0, 2};
  whole_step(optimiser, weights, gradient, 0.5f);
  // Adam's first step is the rate times the sign of the gradient; decay takes rate x decay x weight.
  CHECK(weights[0] == doctest::Approx(0.95));
  CHECK(weights[1] == doctest::Approx(0.95 - 0.5));
  CHECK(weights[2] == 1);
  CHECK(weights[3] == doctest::Approx(0.5));
  CHECK(weights[4] == 1);
  CHECK(weights[5] == doctest::Approx(1 - 0.1 * 2));
}

TEST_CASE("a step taken in stretches is the whole step") {
  using Rule = ParameterGroup::Rule;
  const ParameterGroups spans = {
      {0, 5, Rule::decay}, {5, 11, Rule::muon, 2}, {11, 14, Rule::no_decay}, {14, 17, Rule::running_stats}};
  std::vector<float> gradient(17), whole(17, 1), parts(17, 1);
  for (int index = 0; index < 17; ++index) gradient[index] = static_cast<float>(index * index % 7 - 4);
  Optimiser at_once({.weight_decay = 0.1f}, spans), by_stretches({.weight_decay = 0.1f}, spans);
  ThreadPool pool;
  for (int step = 0; step < 3; ++step) {
    whole_step(at_once, whole, gradient, 0.1f);
    std::vector<int> times_moved(17);
    const auto count = [&](std::size_t begin, std::size_t size) {
      for (std::size_t index = begin; index < begin + size; ++index) ++times_moved[index];
    };
    by_stretches.start_step(0.1f);
    for (const auto& [begin, size] : {std::pair{10, 7}, {0, 3}, {3, 7}}) {
      by_stretches.update(begin, std::span(gradient).subspan(begin, size), parts, count);
    }
    by_stretches.finish_step(parts, pool, count);
    CHECK(times_moved == std::vector<int>(17, 1));
  }
  CHECK(whole == parts);
}

TEST_CASE("a gradient that stays zero leaves no denormal moments behind") {
  Optimiser optimiser({}, {{0, 1, ParameterGroup::Rule::no_decay}});
  std::vector<float> weights = {1};
  whole_step(optimiser, weights, std::vector<float>{1e-3f}, 1e-3f);
  for (int step = 0; step < 2000; ++step) whole_step(optimiser, weights, std::vector<float>{0}, 1e-3f);
  CHECK(optimiser.state().mean[0] == 0);
}

TEST_CASE("the weight average forgets where training started and follows where it goes") {
  const std::vector<float> start = {100}, later = {1};
  WeightEma average(0.99f, start);
  for (int step = 1; step <= 300; ++step) average.add(0, later, step);
  CHECK(average.weights()[0] == doctest::Approx(1).epsilon(0.05));
}

TEST_CASE("a cosine falls from its peak all the way to near zero") {
  const Schedule schedule{Schedule::Kind::cosine, 0.5f};
  CHECK(schedule.rate(0, 1001) == 0.5f);
  CHECK(schedule.rate(500, 1001) == doctest::Approx(0.25).epsilon(1e-4));
  CHECK(schedule.rate(1000, 1001) == doctest::Approx(0.5 / 25e4));
  for (int step = 1; step <= 1000; ++step) CHECK(schedule.rate(step, 1001) < schedule.rate(step - 1, 1001));
}
