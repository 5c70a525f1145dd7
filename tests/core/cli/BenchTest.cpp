// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include "core/cli/bench/BenchNetworks.h"
#include "core/cli/bench/Benchmark.h"
#include "tests/core/cli/Shell.h"

using namespace inkling;
using namespace inkling::cli;
using namespace inkling::testing;

namespace {

nn::Network network_named(std::string_view name) {
  for (const model::Preset& preset : bench_networks()) {
    if (preset.name == name) return model::network_of(preset);
  }
  FAIL("the bench has no such network");
  return {};
}

}  // namespace

TEST_CASE("a rate is measured in the requested number of runs, after one to warm up") {
  int calls = 0;
  const Spread rate = measure_rate({.runs = 3, .seconds = 0}, [&] {
    ++calls;
    return 1.0;
  });
  CHECK(calls == 4);
  CHECK(rate.min <= rate.median);
  CHECK(rate.median <= rate.max);
}

TEST_CASE("the highest rate gives the shortest time") {
  const Spread time = time_at_rate({.median = 100, .min = 50, .max = 200}, 1e3);
  CHECK(time.median == 10);
  CHECK(time.min == 5);
  CHECK(time.max == 20);
}

TEST_CASE("the bench's networks have the operation counts of those in published figures") {
  CHECK(forward_gflop(network_named("cnn-a")) == doctest::Approx(3.13e-3).epsilon(0.002));
  CHECK(forward_gflop(network_named("cnn-a2")) == doctest::Approx(7.46e-3).epsilon(0.002));
}

TEST_CASE("training costs three forward passes, less the first layer's input gradient") {
  const double first = 2e-9 * 784 * 128, rest = 2e-9 * (128 * 64 + 64 * 10);
  CHECK(training_gflop(network_named("article")) == doctest::Approx(2 * first + 3 * rest));
}

TEST_CASE("bench runs the benchmarks with the given prefix, and reports their share of the peak") {
  const Shell shell;
  const nlohmann::json measured = shell.inkling_json("bench --only product --runs 1 --seconds 0 --threads 1");
  CHECK(measured["peaks"][0]["median"] > 0);
  CHECK(measured["rows"].size() == 1);
  CHECK(measured["rows"][0]["name"] == "product/256x256x256");
  CHECK(measured["rows"][0]["share_of_peak"] > 0);
  CHECK(shell.inkling("bench --list --only train/cnn-a/").output == "train/cnn-a/128\ntrain/cnn-a/64\n");
  CHECK(shell.inkling("bench --only walk").exit_code == 2);
  CHECK(shell.inkling("bench --only csv --csv none.csv").exit_code == 74);
}

TEST_CASE("bench reads the given CSV file") {
  const Shell shell;
  shell.write("small.csv", csv(synthetic::synthetic_digits(20, 1), true));
  const nlohmann::json measured = shell.inkling_json("bench --only csv --csv small.csv --runs 1 --seconds 0");
  CHECK(measured["rows"].size() == 2);
  CHECK(measured["rows"][0]["median"] > 0);
  CHECK(measured["rows"][1]["unit"] == "ms");
}
