#include <doctest/doctest.h>

#include <Eigen/SVD>
#include <algorithm>
#include <cmath>
#include <vector>

#include "core/base/Random.h"
#include "core/model/Recipe.h"
#include "core/nn/Architecture.h"
#include "core/optim/NewtonSchulz.h"
#include "tests/core/optim/WholeStep.h"

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

/// Where the five steps take one singular value of a matrix of norm 1.
double turned(double value) {
  for (int step = 0; step < 5; ++step)
    value = 3.4445 * value - 4.7750 * std::pow(value, 3) + 2.0315 * std::pow(value, 5);
  return value;
}

/// The same by the singular value decomposition, in double.
RowMajor turned(const RowMajor& matrix) {
  const Eigen::MatrixXd exact = matrix.cast<double>() / matrix.cast<double>().norm();
  const Eigen::JacobiSVD<Eigen::MatrixXd> svd(exact, Eigen::ComputeThinU | Eigen::ComputeThinV);
  Eigen::VectorXd values = svd.singularValues();
  for (double& value : values) value = turned(value);
  return (svd.matrixU() * values.asDiagonal() * svd.matrixV().transpose()).cast<float>();
}

}  // namespace

TEST_CASE("orthogonalising changes singular values as five steps of the iteration do, whatever the shape") {
  for (const auto& [rows, columns] : {std::pair{9, 16}, {16, 9}, {40, 40}, {150, 33}, {1, 7}, {1, 1}}) {
    CAPTURE(rows);
    CAPTURE(columns);
    RowMajor matrix = random_matrix(rows, columns, 1);
    const RowMajor expected = turned(matrix);
    NewtonSchulz(rows, columns).orthogonalise(matrix.data());
    CHECK((matrix - expected).cwiseAbs().maxCoeff() < 1e-4f);
  }
}

TEST_CASE("all directions of a random matrix come to learn about alike") {
  RowMajor matrix = random_matrix(288, 64, 2);
  NewtonSchulz(288, 64).orthogonalise(matrix.data());
  const Eigen::JacobiSVD<Eigen::MatrixXf> svd(matrix);
  CHECK(svd.singularValues().minCoeff() > 0.6f);
  CHECK(svd.singularValues().maxCoeff() < 1.3f);
}

TEST_CASE("a matrix of zeros stays one") {
  std::vector<float> matrix(12);
  NewtonSchulz(3, 4).orthogonalise(matrix.data());
  CHECK(matrix == std::vector<float>(12));
}

TEST_CASE("an orthogonal span moves by a fifth of the rate, as its root mean square, and decays") {
  const RowMajor gradient = random_matrix(32, 8, 3);
  RowMajor weights = RowMajor::Ones(32, 8);
  Optimiser optimiser({.weight_decay = 0.5f}, {{0, 256, ParameterGroup::Rule::muon, 8}});
  whole_step(optimiser, {weights.data(), 256}, {gradient.data(), 256}, 0.1f);
  const RowMajor step = RowMajor::Constant(32, 8, 0.95f) - weights;
  const RowMajor expected = 0.1f * 0.2f * std::sqrt(32.0f) * turned(gradient);
  CHECK((step - expected).cwiseAbs().maxCoeff() < 1e-5f);
}

TEST_CASE("Muon moves the matrices of all layers but the last") {
  using Rule = ParameterGroup::Rule;
  const nn::Network network = nn::build_network("conv 3x3 4 | norm | relu | pool 2 | dense 10").value();
  std::vector<Rule> rules;
  for (const ParameterGroup& span : model::parameter_groups(network, model::OptimiserKind::muon))
    rules.push_back(span.rule);
  std::vector<Rule> plain;
  for (const ParameterGroup& span : model::parameter_groups(network, model::OptimiserKind::adamw))
    plain.push_back(span.rule);
  CHECK(model::parameter_groups(network, model::OptimiserKind::muon).front().columns == 4);
  CHECK(rules.front() == Rule::muon);
  CHECK(plain.front() == Rule::decay);
  CHECK(std::count(rules.begin(), rules.end(), Rule::muon) == 1);
  CHECK(std::count(rules.begin(), rules.end(), Rule::decay) == 1);
}
