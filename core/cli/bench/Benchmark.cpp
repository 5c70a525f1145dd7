// SPDX-License-Identifier: MIT
#include "core/cli/bench/Benchmark.h"

#include <algorithm>
#include <chrono>
#include <vector>

namespace inkling::cli {

namespace {

double rate_of_one_run(double seconds, const std::function<double()>& work) {
  using Clock = std::chrono::steady_clock;
  const Clock::time_point start = Clock::now();
  double done = 0, elapsed = 0;
  do {
    done += work();
    elapsed = std::chrono::duration<double>(Clock::now() - start).count();
  } while (elapsed < seconds);
  return done / elapsed;
}

}  // namespace

Json to_json(const Spread& spread) {
  return {{"median", spread.median}, {"least", spread.min}, {"most", spread.max}};
}

Spread measure_rate(const BenchOptions& options, const std::function<double()>& work) {
  rate_of_one_run(options.seconds, work);
  std::vector<double> rates;
  for (int run = 0; run < options.runs; ++run) rates.push_back(rate_of_one_run(options.seconds, work));
  std::sort(rates.begin(), rates.end());
  const std::size_t middle = rates.size() / 2;
  const double median = rates.size() % 2 == 1 ? rates[middle] : (rates[middle - 1] + rates[middle]) / 2;
  return {median, rates.front(), rates.back()};
}

Spread time_at_rate(const Spread& rate, double units_per_second) {
  return {units_per_second / rate.median, units_per_second / rate.max, units_per_second / rate.min};
}

}  // namespace inkling::cli
