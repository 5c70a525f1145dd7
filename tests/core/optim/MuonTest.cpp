// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include <Eigen/SVD>
#include <algorithm>
#include <cmath>
#include <vector>

#include "core/base/Random.h"
#include "core/model/TrainingRecipe.h"
#include "core/nn/Architecture.h"
#include "core/optim/NewtonSchulz.h"
#include "tests/core/optim/OptimiserStep.h"

using namespace inkling;
using namespace inkling::optim;

namespace {

using RowMajor = Eigen::Matrix<float, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;

RowMajor random_matrix(int rows, int columns, std::uint64_t seed) {
  Random random(seed, Purpose::weights);
  RowMajor matrix(rows, columns);
  for (float& value : matrix.reshaped()) value = random.normal();
  return matrix;
}

/// What the five iterations map one singular value of a matrix of norm 1 to.
double iterated(double value) {
  for (int step = 0; step < 5; ++step)
    value = 3.4445 * value - 4.7750 * std::pow(value, 3) + 2.0315 * std::pow(value, 5);
  return value;
}

/// The same for a matrix, by its singular value decomposition in double.
RowMajor iterated(const RowMajor& matrix) {
  const Eigen::MatrixXd exact = matrix.cast<double>() / matrix.cast<double>().norm();
  const Eigen::JacobiSVD<Eigen::MatrixXd> svd(exact, Eigen::ComputeThinU | Eigen::ComputeThinV);
  Eigen::VectorXd values = svd.singularValues();
  for (double& value : values) value = iterated(value);
  return (svd.matrixU() * values.asDiagonal() * svd.matrixV().transpose()).cast<float>();
}

}  // namespace

TEST_CASE("orthogonalising maps singular values as five iterations do, in any shape") {
  for (const auto& [rows, columns] : {std::pair{9, 16}, {16, 9}, {40, 40}, {150, 33}, {1, 7}, {1, 1}}) {
    CAPTURE(rows);
    CAPTURE(columns);
    RowMajor matrix = random_matrix(rows, columns, 1);
    const RowMajor expected = iterated(matrix);
    NewtonSchulz(rows, columns).orthogonalise(matrix.data());
    CHECK((matrix - expected).cwiseAbs().maxCoeff() < 1e-4f);
  }
}

TEST_CASE("orthogonalising makes all singular values of a random matrix about 1") {
  RowMajor matrix = random_matrix(288, 64, 2);
  NewtonSchulz(288, 64).orthogonalise(matrix.data());
  const Eigen::JacobiSVD<Eigen::MatrixXf> svd(matrix);
  CHECK(svd.singularValues().minCoeff() > 0.6f);
  CHECK(svd.singularValues().maxCoeff() < 1.3f);
}

TEST_CASE("a matrix of zeros stays zero") {
  std::vector<float> matrix(12);
  NewtonSchulz(3, 4).orthogonalise(matrix.data());
  CHECK(matrix == std::vector<float>(12));
}

TEST_CASE("a Muon update has a root mean square of a fifth of the learning rate, and decays the weights") {
  const RowMajor gradient = random_matrix(32, 8, 3);
  RowMajor weights = RowMajor::Ones(32, 8);
  Optimiser optimiser({.weight_decay = 0.5f}, {{0, 256, ParameterGroup::Rule::muon, 8}});
  optimiser_step(optimiser, {weights.data(), 256}, {gradient.data(), 256}, 0.1f);
  const RowMajor step = RowMajor::Constant(32, 8, 0.95f) - weights;
  const RowMajor expected = 0.1f * 0.2f * std::sqrt(32.0f) * iterated(gradient);
  CHECK((step - expected).cwiseAbs().maxCoeff() < 1e-5f);
}

TEST_CASE("Muon updates the matrices of all layers but the last") {
  using Rule = ParameterGroup::Rule;
  const nn::Network network = nn::build_network("conv 3x3 4 | norm | relu | pool 2 | dense 10").value();
  std::vector<Rule> muon;
  for (const ParameterGroup& group : model::parameter_groups(network, optim::OptimiserKind::muon))
    muon.push_back(group.rule);
  std::vector<Rule> adamw;
  for (const ParameterGroup& group : model::parameter_groups(network, optim::OptimiserKind::adamw))
    adamw.push_back(group.rule);
  CHECK(model::parameter_groups(network, optim::OptimiserKind::muon).front().columns == 4);
  CHECK(muon.front() == Rule::muon);
  CHECK(adamw.front() == Rule::decay);
  CHECK(std::count(muon.begin(), muon.end(), Rule::muon) == 1);
  CHECK(std::count(muon.begin(), muon.end(), Rule::decay) == 1);
}
