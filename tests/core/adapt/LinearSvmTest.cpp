// SPDX-License-Identifier: MIT
#include "core/adapt/LinearSvm.h"

#include <doctest/doctest.h>

#include <cmath>

#include "core/base/Random.h"

using namespace inkling;
using namespace inkling::adapt;

namespace {

/// Two normal clusters; the last `positives` rows are from the one further along the first value.
math::Matrix<float> clusters(Eigen::Index negatives, Eigen::Index positives, std::uint64_t seed) {
  Random random(seed);
  math::Matrix<float> rows =
      math::Matrix<float>::NullaryExpr(negatives + positives, 6, [&] { return random.normal(); });
  rows.bottomRows(positives).col(0).array() += 9;
  return rows;
}

DecisionFunction trained(const math::Matrix<float>& rows, Eigen::Index positives) {
  LinearSvm svm(rows, positives);
  while (svm.advance()) continue;
  return svm.decision_function();
}

}  // namespace

TEST_CASE("it separates linearly separable clusters, and generalises") {
  const math::Matrix<float> rows = clusters(300, 40, 1), unseen = clusters(300, 40, 2);
  const DecisionFunction decision = trained(rows, 40);
  for (const math::Matrix<float>& each : {rows, unseen}) {
    const Eigen::VectorXf scores = decision(each);
    CHECK(scores.head(300).maxCoeff() < scores.tail(40).minCoeff());
  }
}

TEST_CASE("the same rows give the same decision function") {
  const math::Matrix<float> rows = clusters(100, 10, 3);
  CHECK(trained(rows, 10).weights == trained(rows, 10).weights);
  CHECK(trained(rows, 10).bias == trained(rows, 10).bias);
}

TEST_CASE("identical rows give a finite decision function") {
  const DecisionFunction decision = trained(math::Matrix<float>::Zero(20, 4), 5);
  CHECK(decision.weights.allFinite());
  CHECK(std::isfinite(decision.bias));
}

TEST_CASE("it converges to the minimum of the regularised squared hinge loss") {
  const math::Matrix<float> rows = 0.3f * clusters(300, 40, 4);
  const DecisionFunction decision = trained(rows, 40);
  const float ridge = 5 * rows.squaredNorm() / static_cast<float>(rows.size());
  const Eigen::RowVectorXf mean = rows.colwise().mean();
  const float centred_bias = decision.bias + mean.dot(decision.weights);
  const auto loss = [&](const Eigen::VectorXf& weights, float bias) {
    Eigen::VectorXf margins = (rows.rowwise() - mean) * weights;
    margins.array() += bias;
    margins.head(300) *= -1;
    return (1 - margins.array()).cwiseMax(0).square().sum() + ridge * (weights.squaredNorm() + bias * bias);
  };
  const float minimum = loss(decision.weights, centred_bias);
  for (Eigen::Index weight = 0; weight < rows.cols(); ++weight) {
    for (const float step : {-0.02f, 0.02f}) {
      Eigen::VectorXf other = decision.weights;
      other[weight] += step;
      CHECK(loss(other, centred_bias) > minimum);
    }
  }
  CHECK(loss(decision.weights, centred_bias - 0.02f) > minimum);
  CHECK(loss(decision.weights, centred_bias + 0.02f) > minimum);
}

TEST_CASE("more values than rows are trained in a few slices, and progress increases to less than 1") {
  Random random(5);
  const math::Matrix<float> rows = math::Matrix<float>::NullaryExpr(20, 100, [&] { return random.normal(); });
  LinearSvm svm(rows, 5);
  double done = svm.done();
  CHECK(done == 0);
  int slices = 1;
  for (; svm.advance(); ++slices) {
    CHECK(svm.done() > done);
    done = svm.done();
  }
  CHECK(done < 1);
  CHECK(slices < 20);
}
