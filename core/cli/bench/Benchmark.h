// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "core/cli/output/MetricsJson.h"

namespace inkling::cli {

/// The median of several runs, and their extremes.
struct Spread {
  double median = 0, min = 0, max = 0;
};

/// {"median": .., "least": .., "most": ..}
Json to_json(const Spread& spread);

struct BenchOptions {
  int runs = 7;
  double seconds = 0.2;  // minimum length of a run
};

/// Measures how much work gets done per second. `work` does some of it and returns how much. It is called
/// repeatedly, first for a run that only warms up.
Spread measure_rate(const BenchOptions& options, const std::function<double()>& work);

/// The time that one item takes at this rate. `units_per_second` of 1e3 gives milliseconds.
Spread time_at_rate(const Spread& rate, double units_per_second);

/// One row of the bench's table, and how to measure it.
struct Benchmark {
  std::string name;  // "train/cnn-a/128", from general to specific, so that a prefix selects a group
  std::string unit;  // "img/s", "GFLOP/s", "us"
  std::function<Spread()> measure;
  double gflop_per_unit = 0;  // per image or other unit; 0 if a share of the peak makes no sense
  int threads = 1;
};

using Benchmarks = std::vector<Benchmark>;

}  // namespace inkling::cli
