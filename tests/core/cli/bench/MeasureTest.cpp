#include "core/cli/bench/Measure.h"

#include <doctest/doctest.h>

using namespace inkling;
using namespace inkling::cli;

TEST_CASE("a rate is measured as often as asked, and once more to warm up") {
  int calls = 0;
  const Spread rate = rate_of({.runs = 3, .seconds = 0}, [&] {
    ++calls;
    return 1.0;
  });
  CHECK(calls == 4);
  CHECK(rate.least <= rate.median);
  CHECK(rate.median <= rate.most);
}

TEST_CASE("the fastest rate is the shortest time") {
  const Spread time = time_each({.median = 100, .least = 50, .most = 200}, 1e3);
  CHECK(time.median == 10);
  CHECK(time.least == 5);
  CHECK(time.most == 20);
}
