#include "core/cli/bench/Measure.h"

#include <algorithm>
#include <chrono>
#include <vector>

namespace inkling::cli {

namespace {

double run(double seconds, const std::function<double()>& work) {
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

Spread rate_of(const Effort& effort, const std::function<double()>& work) {
  run(effort.seconds, work);
  std::vector<double> rates;
  for (int count = 0; count < effort.runs; ++count) rates.push_back(run(effort.seconds, work));
  std::sort(rates.begin(), rates.end());
  const std::size_t middle = rates.size() / 2;
  const double median = rates.size() % 2 == 1 ? rates[middle] : (rates[middle - 1] + rates[middle]) / 2;
  return {median, rates.front(), rates.back()};
}

Spread time_each(const Spread& rate, double units_in_a_second) {
  return {units_in_a_second / rate.median, units_in_a_second / rate.most, units_in_a_second / rate.least};
}

}  // namespace inkling::cli
