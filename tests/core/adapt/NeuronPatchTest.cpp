// SPDX-License-Identifier: MIT
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

DecisionFunction random_decision(Eigen::Index values, std::uint64_t seed) {
  return {random_rows(values, 1, seed).col(0), 0.5f};
}

std::string patched_architecture(const NeuronPatch& patch, model::Model model) {
  REQUIRE(patch.apply_to(model));
  return nn::architecture_of(model.network);
}

}  // namespace

TEST_CASE("a patch changes no logit where its gate is closed, and raises its digit where it is open") {
  for (const std::string ending : {"dense 10", "dense 24 | relu | dense 10", "dense 10 | relu | dense 10"}) {
    for (std::uint64_t seed = 1; seed <= 20; ++seed) {
      const model::Model model = random_model("pool 7 | " + ending, seed);
      NeuronPatch patch(model);
      const math::Matrix<float> rows = random_rows(50, patch.feature_count(), seed + 100);
      const DecisionFunction decision = random_decision(patch.feature_count(), seed + 200);
      const Gate gate = {1, 2};
      const math::Matrix<float> before = patch.logits(rows);
      patch.add(decision, gate, 3, 8);
      const math::Matrix<float> boost = patch.logits(rows) - before;
      const Eigen::VectorXf openness =
          ((decision(rows).array() - gate.closed) / (gate.open - gate.closed)).cwiseMax(0).cwiseMin(1);
      for (Eigen::Index row = 0; row < rows.rows(); ++row) {
        for (int digit = 0; digit < digit_count; ++digit)
          CHECK(boost(row, digit) == doctest::Approx(digit == 3 ? 8 * openness[row] : 0).epsilon(1e-4));
      }
    }
  }
}

TEST_CASE("neurons join the hidden layer, or form one where there is none") {
  const model::Model hidden = random_model("pool 7 | dense 24 | relu | dense 10", 1);
  NeuronPatch joining(hidden);
  joining.add(random_decision(joining.feature_count(), 1), {}, 3, 8);
  CHECK(patched_architecture(joining, hidden) == "pool 7 | dense 26 | relu | dense 10");
  const model::Model plain = random_model("pool 7 | dense 10", 1);
  NeuronPatch replacing(plain);
  replacing.add(random_decision(replacing.feature_count(), 1), {}, 3, 8);
  CHECK(patched_architecture(replacing, plain) == "pool 7 | dense 22 | relu | dense 10");
}

TEST_CASE("a patched model gets more neurons when patched again, but no more layers") {
  model::Model model = random_model("pool 7 | dense 10", 1);
  for (const std::string expected :
       {"pool 7 | dense 22 | relu | dense 10", "pool 7 | dense 24 | relu | dense 10"}) {
    NeuronPatch patch(model);
    patch.add(random_decision(patch.feature_count(), 1), {}, 3, 8);
    REQUIRE(patch.apply_to(model));
    CHECK(nn::architecture_of(model.network) == expected);
  }
}

TEST_CASE("the patched model gives the logits of its patch") {
  model::Model model = random_model("pool 7 | dense 10", 4);
  NeuronPatch patch(model);
  patch.add(random_decision(patch.feature_count(), 1), {}, 3, 8);
  REQUIRE(patch.apply_to(model));
  const math::Matrix<float> rows = random_rows(5, patch.feature_count(), 2);
  CHECK(NeuronPatch(model).logits(rows).isApprox(patch.logits(rows)));
}

TEST_CASE("more neurons than a network may have are rejected, and the model stays unchanged") {
  model::Model model = random_model("dense 10", 1);
  NeuronPatch patch(model);
  const DecisionFunction decision = random_decision(patch.feature_count(), 1);
  while (patch.apply_to(model)) {
    for (int unit = 0; unit < 512; ++unit) patch.add(decision, {}, 3, 8);
  }
  CHECK(model.weights.size() == model.network.weight_count);
}

TEST_CASE("a gate is open for the positives, and closed for the negatives or not far below the positives") {
  const Eigen::VectorXf negatives = Eigen::VectorXf::LinSpaced(1000, -2, -1);
  const Gate far = fit_patch_gate(negatives, Eigen::VectorXf::Constant(20, 1));
  CHECK(far.closed == doctest::Approx(0));
  CHECK(far.open == doctest::Approx(1));
  const Gate near = fit_patch_gate(negatives, Eigen::VectorXf::Constant(20, -0.5f));
  CHECK(near.closed == doctest::Approx(-1).epsilon(0.01));
  CHECK(near.open == doctest::Approx(-0.5));
  const Gate among = fit_patch_gate(negatives, Eigen::VectorXf::Constant(20, -1.5f));
  CHECK(among.closed >= -1.01f);
  CHECK(among.open > among.closed);
}

TEST_CASE("the boost puts the digit ahead by a margin and in distribution, and no further") {
  math::Matrix<float> logits = math::Matrix<float>::Zero(20, digit_count);
  logits.col(3).setConstant(4);
  // 4.75 is the first step at least 0.7 above 4.
  CHECK(logit_boost_for(logits, 7, 0) == doctest::Approx(4.75));
  CHECK(logit_boost_for(logits, 7, 9) > 8);
  CHECK(logit_boost_for(logits, 3, 0) == 0);
  CHECK(logit_boost_for(math::Matrix<float>(0, digit_count), 3, 0) == 0);
}
