#include "core/adapt/LinearSvm.h"

#include <doctest/doctest.h>

#include <cmath>

#include "core/base/Random.h"

using namespace inkling;
using namespace inkling::adapt;

namespace {

/// Two clouds; the last rows are of the one further along the first value.
math::Matrix<float> clouds(Eigen::Index others, Eigen::Index wanted, std::uint64_t seed) {
  Random random(seed);
  math::Matrix<float> rows =
      math::Matrix<float>::NullaryExpr(others + wanted, 6, [&] { return random.normal(); });
  rows.bottomRows(wanted).col(0).array() += 9;
  return rows;
}

Score separated(const math::Matrix<float>& rows, Eigen::Index wanted) {
  LinearSvm svm(rows, wanted);
  while (svm.advance()) continue;
  return svm.score();
}

}  // namespace

TEST_CASE("what a plane can part is parted, and more like it") {
  const math::Matrix<float> rows = clouds(300, 40, 1), more = clouds(300, 40, 2);
  const Score score = separated(rows, 40);
  for (const math::Matrix<float>& each : {rows, more}) {
    const Eigen::VectorXf scores = score.of(each);
    CHECK(scores.head(300).maxCoeff() < scores.tail(40).minCoeff());
  }
}

TEST_CASE("the same rows are parted the same") {
  const math::Matrix<float> rows = clouds(100, 10, 3);
  CHECK(separated(rows, 10).weights == separated(rows, 10).weights);
  CHECK(separated(rows, 10).bias == separated(rows, 10).bias);
}

TEST_CASE("values that are all the same do not part, and give a finite score") {
  const Score score = separated(math::Matrix<float>::Zero(20, 4), 5);
  CHECK(score.weights.allFinite());
  CHECK(std::isfinite(score.bias));
}
