// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>
#include <span>

#include "core/base/Random.h"

using inkling::Random;

TEST_CASE("a seed gives one sequence, another seed or stream another one") {
  Random first(7), again(7), other_seed(8), other_stream(7, 1);
  const auto drawn = first.next();
  CHECK(drawn == again.next());
  CHECK(drawn != other_seed.next());
  CHECK(drawn != other_stream.next());
}

TEST_CASE("a restored generator continues where the saved one was") {
  Random random(3);
  random.next();
  const Random::State saved = random.state();
  const auto expected = random.next();
  random.restore(saved);
  CHECK(random.next() == expected);
}

TEST_CASE("uniform, below and normal have the distributions they promise") {
  Random random(1);
  constexpr int draws = 20000;
  double sum = 0, normal_sum = 0, normal_squares = 0;
  std::array<int, 7> counts{};
  for (int draw = 0; draw < draws; ++draw) {
    const float value = random.uniform();
    CHECK_MESSAGE((value >= 0 && value < 1), value);
    sum += value;
    const float normal = random.normal();
    normal_sum += normal;
    normal_squares += normal * normal;
    ++counts[random.below(7)];
  }
  CHECK(sum / draws == doctest::Approx(0.5).epsilon(0.02));
  CHECK(std::abs(normal_sum / draws) < 0.03);
  CHECK(normal_squares / draws == doctest::Approx(1).epsilon(0.04));
  for (const int count : counts) CHECK(count == doctest::Approx(draws / 7.0).epsilon(0.08));
}

TEST_CASE("a shuffle keeps every value") {
  std::array<int, 50> values;
  std::iota(values.begin(), values.end(), 0);
  const auto before = values;
  Random(5).shuffle(std::span<int>(values));
  CHECK(values != before);
  CHECK(std::is_permutation(values.begin(), values.end(), before.begin()));
}
