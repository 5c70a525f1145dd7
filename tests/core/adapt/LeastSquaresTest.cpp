#include "core/adapt/LeastSquares.h"

#include <doctest/doctest.h>

#include "core/base/Random.h"

using namespace inkling;
using namespace inkling::adapt;

namespace {

math::Matrix<float> random_rows(Eigen::Index rows, Eigen::Index values) {
  Random random(1);
  return math::Matrix<float>::NullaryExpr(rows, values, [&] { return random.normal(); });
}

}  // namespace

TEST_CASE("least squares come to where the gradient is nothing, in few slices that each bring them closer") {
  constexpr float ridge = 5;
  const math::Matrix<float> rows = random_rows(200, 40);
  const Eigen::VectorXf targets = random_rows(200, 1).col(0);
  const auto gradient = [&](const Eigen::VectorXf& weights) {
    return (rows.transpose() * (targets - rows * weights) - ridge * weights).norm();
  };
  LeastSquares fit(rows, targets, ridge, Eigen::VectorXf::Zero(40));
  const float first = gradient(fit.weights());
  int slices = 1;
  double done = fit.done();
  for (; fit.advance(); ++slices) {
    CHECK(fit.done() > done);
    CHECK(gradient(fit.weights()) < first);
    done = fit.done();
  }
  CHECK(gradient(fit.weights()) < 2e-3f * first);
  CHECK(slices < 8);
}

TEST_CASE("weights that are best already stay") {
  LeastSquares fit(math::Matrix<float>::Zero(20, 4), Eigen::VectorXf::Ones(20), 1, Eigen::VectorXf::Zero(4));
  CHECK_FALSE(fit.advance());
  CHECK(fit.weights() == Eigen::VectorXf::Zero(4));
}
