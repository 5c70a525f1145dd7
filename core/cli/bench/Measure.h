#pragma once

#include <functional>

namespace inkling::cli {

/// What several runs gave, in whatever unit: the middle one and the ends.
struct Spread {
  double median = 0, least = 0, most = 0;
};

/// How long to measure.
struct Effort {
  int runs = 7;
  double seconds = 0.2;  // that each run lasts at least
};

/// How much of something gets done in a second. `work` does some of it and returns how much; it is called
/// again and again, for one run that only warms up and then for those that count.
Spread rate_of(const Effort& effort, const std::function<double()>& work);

/// How long each takes, of a rate: the same in a thousand for milliseconds, in a million for microseconds.
Spread time_each(const Spread& rate, double units_in_a_second);

}  // namespace inkling::cli
