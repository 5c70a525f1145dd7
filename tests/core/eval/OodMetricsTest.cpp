#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <cmath>
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

/// Whole numbers below `most`, so that many are equal.
std::vector<float> random_scores(Random& random, std::size_t count, std::size_t most) {
  std::vector<float> scores(count);
  for (float& score : scores) score = static_cast<float>(random.below(most));
  return scores;
}

double auroc_by_pairs(const std::vector<float>& higher, const std::vector<float>& lower) {
  double sum = 0;
  for (const float one : higher) {
    for (const float other : lower) sum += one > other ? 1 : one == other ? 0.5 : 0;
  }
  return sum / static_cast<double>(higher.size() * lower.size());
}

/// Logits [images, 10] of images in which digit 3 stands out so far.
std::vector<float> logits_with(std::initializer_list<float> largest) {
  std::vector<float> logits;
  for (const float logit : largest) {
    logits.resize(logits.size() + class_count);
    logits[logits.size() - class_count + 3] = logit;
  }
  return logits;
}

}  // namespace

TEST_CASE("the threshold that accepts a share of digits is one of their scores") {
  CHECK(threshold_accepting(0.99, numbers(1, 999)) == 10);
  CHECK(accepted_share(numbers(1, 999), 10) == doctest::Approx(990.0 / 999));
  CHECK(threshold_accepting(0.9, numbers(1, 9)) == 1);
  CHECK(threshold_accepting(0.9, numbers(1, 19)) == 2);
  CHECK(threshold_accepting(0.5, {4, 2, 8, 6, 2}) == 4);
  CHECK(threshold_accepting(0, numbers(1, 9)) == 9);
}

TEST_CASE("scores too few to promise a share set no threshold") {
  CHECK(threshold_accepting(0.99, numbers(1, 98)) == 0);
  CHECK(threshold_accepting(0.99, numbers(1, 99)) == 1);
  CHECK(threshold_accepting(0.99, {}) == 0);
  CHECK(threshold_accepting(1, numbers(1, 999)) == 0);
}

TEST_CASE("a further digit of the same kind is accepted as often as was promised") {
  Random random(5);
  double accepted = 0;
  constexpr int rounds = 4000;
  for (int round = 0; round < rounds; ++round) {
    std::vector<float> scores(30);
    for (float& score : scores) score = random.uniform();
    accepted += random.uniform() >= threshold_accepting(0.8, scores);
  }
  CHECK(accepted / rounds > 0.8);
  CHECK(accepted / rounds < 0.84);
}

TEST_CASE("the accepted share counts what is at the threshold and above") {
  CHECK(accepted_share(numbers(1, 4), 3) == 0.5);
  CHECK(accepted_share(numbers(1, 4), 5) == 0);
  CHECK(accepted_share({}, 5) == 0);
}

TEST_CASE("the AUROC is 1 for scores all above, 0 for all below, and a tie counts half") {
  CHECK(auroc(numbers(3, 4), numbers(1, 2)) == 1);
  CHECK(auroc(numbers(1, 2), numbers(3, 4)) == 0);
  CHECK(auroc(numbers(5, 5), numbers(5, 5)) == 0.5);
  CHECK(auroc(numbers(1, 2), std::vector<float>{1, 3}) == 1.5 / 4);
}

TEST_CASE("the AUROC is what counting all pairs gives, and turned round it is the rest to 1") {
  Random random(7);
  for (int round = 0; round < 50; ++round) {
    const auto higher = random_scores(random, 1 + random.below(40), 12);
    const auto lower = random_scores(random, 1 + random.below(40), 9);
    CHECK(auroc(higher, lower) == doctest::Approx(auroc_by_pairs(higher, lower)));
    CHECK(auroc(higher, lower) + auroc(lower, higher) == doctest::Approx(1));
  }
}

TEST_CASE("each kind of what is no digit is told apart by itself, and then all together") {
  const auto digits = logits_with({9, 8, 7, 6});
  const std::vector<KindLogits> kinds = {{"blank", logits_with({0, 1})}, {"sign", logits_with({7.5f, 2})}};
  const auto told = ood_scores(digits, kinds, energies(logits_with({6}))[0]);
  REQUIRE(told.size() == 3);
  CHECK(told[0].kind == "blank");
  CHECK(told[0].auroc == 1);
  CHECK(told[0].false_accept == 0);
  CHECK(told[1].kind == "sign");
  CHECK(told[1].auroc == 6.0 / 8);
  CHECK(told[1].false_accept == 0.5);
  CHECK(told[2].kind == "all");
  CHECK(told[2].auroc == 14.0 / 16);
  CHECK(told[2].false_accept == 0.25);
}
