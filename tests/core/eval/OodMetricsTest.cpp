// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <numeric>

#include "core/base/Random.h"
#include "core/data/Dataset.h"
#include "core/eval/OodMetrics.h"

using namespace inkling;
using namespace inkling::eval;

namespace {

std::vector<float> numbers(int from, int to) {
  std::vector<float> values(static_cast<std::size_t>(to - from + 1));
  std::iota(values.begin(), values.end(), static_cast<float>(from));
  return values;
}

/// Integers below `limit`, so that many are equal.
std::vector<float> random_scores(Random& random, std::size_t count, std::size_t limit) {
  std::vector<float> scores(count);
  for (float& score : scores) score = static_cast<float>(random.below(limit));
  return scores;
}

double auroc_by_pairs(const std::vector<float>& higher, const std::vector<float>& lower) {
  double sum = 0;
  for (const float one : higher) {
    for (const float other : lower) sum += one > other ? 1 : one == other ? 0.5 : 0;
  }
  return sum / static_cast<double>(higher.size() * lower.size());
}

/// Logits [images, 10] with these values for digit 3 and 0 for the others.
std::vector<float> logits_with(std::initializer_list<float> largest) {
  std::vector<float> logits;
  for (const float logit : largest) {
    logits.resize(logits.size() + digit_count);
    logits[logits.size() - digit_count + 3] = logit;
  }
  return logits;
}

}  // namespace

TEST_CASE("scores at the threshold and above are accepted") {
  CHECK(acceptance_rate(numbers(1, 4), 3) == 0.5);
  CHECK(acceptance_rate(numbers(1, 4), 5) == 0);
  CHECK(acceptance_rate({}, 5) == 0);
}

TEST_CASE("the AUROC is 1 if all scores are above, 0 if all are below, and a tie counts half") {
  CHECK(auroc(numbers(3, 4), numbers(1, 2)) == 1);
  CHECK(auroc(numbers(1, 2), numbers(3, 4)) == 0);
  CHECK(auroc(numbers(5, 5), numbers(5, 5)) == 0.5);
  CHECK(auroc(numbers(1, 2), std::vector<float>{1, 3}) == 1.5 / 4);
}

TEST_CASE("the AUROC counts all pairs, and that of swapped scores is its complement") {
  Random random(7);
  for (int round = 0; round < 50; ++round) {
    const auto higher = random_scores(random, 1 + random.below(40), 12);
    const auto lower = random_scores(random, 1 + random.below(40), 9);
    CHECK(auroc(higher, lower) == doctest::Approx(auroc_by_pairs(higher, lower)));
    CHECK(auroc(higher, lower) + auroc(lower, higher) == doctest::Approx(1));
  }
}

TEST_CASE("each kind of out-of-distribution image has a score, and then all together") {
  const auto digits = logits_with({9, 8, 7, 6});
  const std::vector<OodLogits> kinds = {{"blank", logits_with({0, 1})}, {"symbol", logits_with({7.5f, 2})}};
  const auto scores = ood_scores(digits, digit_count, kinds, energies(logits_with({6}), digit_count)[0]);
  REQUIRE(scores.size() == 3);
  CHECK(scores[0].kind == "blank");
  CHECK(scores[0].auroc == 1);
  CHECK(scores[0].false_acceptance_rate == 0);
  CHECK(scores[1].kind == "symbol");
  CHECK(scores[1].auroc == 6.0 / 8);
  CHECK(scores[1].false_acceptance_rate == 0.5);
  CHECK(scores[2].kind == "all");
  CHECK(scores[2].auroc == 14.0 / 16);
  CHECK(scores[2].false_acceptance_rate == 0.25);
}
