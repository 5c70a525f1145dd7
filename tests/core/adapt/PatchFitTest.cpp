#include "core/adapt/PatchFit.h"

#include <doctest/doctest.h>

#include "core/data/Dataset.h"

using namespace inkling;
using namespace inkling::adapt;

TEST_CASE("a ramp is full for the corrections, and begins above the others or not far below") {
  const Eigen::VectorXf others = Eigen::VectorXf::LinSpaced(1000, -2, -1);
  const Gate far = fit_patch_gate(others, Eigen::VectorXf::Constant(20, 1));
  CHECK(far.begin == doctest::Approx(0));
  CHECK(far.full == doctest::Approx(1));
  const Gate near = fit_patch_gate(others, Eigen::VectorXf::Constant(20, -0.5f));
  CHECK(near.begin == doctest::Approx(-1).epsilon(0.01));
  CHECK(near.full == doctest::Approx(-0.5));
  const Gate among = fit_patch_gate(others, Eigen::VectorXf::Constant(20, -1.5f));
  CHECK(among.begin >= -1.01f);
  CHECK(among.full > among.begin);
}

TEST_CASE("an answer is raised until its digit is ahead and it is taken for a digit, and no further") {
  math::Matrix<float> answers = math::Matrix<float>::Zero(20, class_count);
  answers.col(3).setConstant(4);
  // 4.75 is the first step at least 0.7 above 4.
  CHECK(logit_boost_for(answers, 7, 0) == doctest::Approx(4.75));
  CHECK(logit_boost_for(answers, 7, 9) > 8);
  CHECK(logit_boost_for(answers, 3, 0) == 0);
  CHECK(logit_boost_for(math::Matrix<float>(0, class_count), 3, 0) == 0);
}
