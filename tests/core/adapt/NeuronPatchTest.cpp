#include "core/adapt/NeuronPatch.h"

#include <doctest/doctest.h>

#include <string>

#include "core/base/Random.h"
#include "core/nn/Architecture.h"

using namespace inkling;
using namespace inkling::adapt;

namespace {

model::Model random_model(const std::string& architecture, std::uint64_t seed) {
  Random random(seed);
  model::Model model{nn::build_network(architecture).value(), {}, {}};
  for (std::size_t weight = 0; weight < model.network.weight_count; ++weight)
    model.weights.push_back(0.2f * random.normal());
  return model;
}

math::Matrix<float> random_rows(Eigen::Index rows, Eigen::Index values, std::uint64_t seed) {
  Random random(seed);
  return math::Matrix<float>::NullaryExpr(rows, values, [&] { return random.normal(); });
}

Score random_score(Eigen::Index values, std::uint64_t seed) {
  return {random_rows(values, 1, seed).col(0), 0.5f};
}

std::string learned_architecture(const NeuronPatch& exceptions, model::Model model) {
  REQUIRE(exceptions.apply_to(model));
  return nn::architecture_of(model.network);
}

}  // namespace

TEST_CASE("an exception changes no answer where its score is below the ramp, and raises its digit above") {
  for (const std::string ending : {"dense 10", "dense 24 | relu | dense 10", "dense 10 | relu | dense 10"}) {
    for (std::uint64_t seed = 1; seed <= 20; ++seed) {
      const model::Model model = random_model("pool 7 | " + ending, seed);
      NeuronPatch exceptions(model);
      const math::Matrix<float> rows = random_rows(50, exceptions.features(), seed + 100);
      const Score score = random_score(exceptions.features(), seed + 200);
      const Gate ramp = {1, 2};
      const math::Matrix<float> before = exceptions.answers(rows);
      exceptions.add(score, ramp, 3, 8);
      const math::Matrix<float> raised = exceptions.answers(rows) - before;
      const Eigen::VectorXf made =
          ((score.of(rows).array() - ramp.begin) / (ramp.full - ramp.begin)).cwiseMax(0).cwiseMin(1);
      for (Eigen::Index row = 0; row < rows.rows(); ++row) {
        for (int digit = 0; digit < class_count; ++digit)
          CHECK(raised(row, digit) == doctest::Approx(digit == 3 ? 8 * made[row] : 0).epsilon(1e-4));
      }
    }
  }
}

TEST_CASE("units join those before the last layer, or take its place where there are none") {
  const model::Model hidden = random_model("pool 7 | dense 24 | relu | dense 10", 1);
  NeuronPatch joining(hidden);
  joining.add(random_score(joining.features(), 1), {}, 3, 8);
  CHECK(learned_architecture(joining, hidden) == "pool 7 | dense 26 | relu | dense 10");
  const model::Model plain = random_model("pool 7 | dense 10", 1);
  NeuronPatch replacing(plain);
  replacing.add(random_score(replacing.features(), 1), {}, 3, 8);
  CHECK(learned_architecture(replacing, plain) == "pool 7 | dense 22 | relu | dense 10");
}

TEST_CASE("what has exceptions gets more units, and no more layers") {
  model::Model model = random_model("pool 7 | dense 10", 1);
  for (const std::string expected :
       {"pool 7 | dense 22 | relu | dense 10", "pool 7 | dense 24 | relu | dense 10"}) {
    NeuronPatch exceptions(model);
    exceptions.add(random_score(exceptions.features(), 1), {}, 3, 8);
    REQUIRE(exceptions.apply_to(model));
    CHECK(nn::architecture_of(model.network) == expected);
  }
}

TEST_CASE("the model answers as its exceptions do") {
  model::Model model = random_model("pool 7 | dense 10", 4);
  NeuronPatch exceptions(model);
  exceptions.add(random_score(exceptions.features(), 1), {}, 3, 8);
  REQUIRE(exceptions.apply_to(model));
  const math::Matrix<float> rows = random_rows(5, exceptions.features(), 2);
  CHECK(NeuronPatch(model).answers(rows).isApprox(exceptions.answers(rows)));
}

TEST_CASE("more units than a network may have are refused, and the model stays") {
  model::Model model = random_model("dense 10", 1);
  NeuronPatch exceptions(model);
  const Score score = random_score(exceptions.features(), 1);
  while (exceptions.apply_to(model)) {
    for (int unit = 0; unit < 512; ++unit) exceptions.add(score, {}, 3, 8);
  }
  CHECK(model.weights.size() == model.network.weight_count);
}
