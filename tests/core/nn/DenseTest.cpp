// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include <cmath>
#include <vector>

#include "core/base/AlignedVector.h"
#include "core/math/Gemm.h"
#include "core/nn/Dense.h"

using namespace inkling;
using namespace inkling::nn;

namespace {

constexpr int images = 5, inputs = 800, units = 19;  // enough inputs for a search for zero columns

/// Images that are zero in some columns: at both ends, in a long gap and in a short one.
AlignedVector<float> images_with_zero_columns(Random& random) {
  AlignedVector<float> values(images * inputs);
  for (int index = 0; index < images * inputs; ++index) {
    const int column = index % inputs;
    const bool zero = column < 9 || (column >= 20 && column < 37) || column == 45 || column >= 758;
    values[index] = zero || random.below(3) == 0 ? 0 : random.normal();
  }
  return values;
}

struct Problem {
  explicit Problem(bool relu = false) : layer{{1, 1, inputs}, units, relu} {
    Random random(1);
    input = images_with_zero_columns(random);
    for (float& weight : weights) weight = random.normal();
    for (float& value : output_gradient) value = random.normal();
    pass = {.mode = Mode::training,
            .weights = weights,
            .input = {input.data(), images, layer.input},
            .output = {output.data(), images, layer.output()},
            .scratch = scratch,
            .output_gradient = {output_gradient.data(), images, layer.output()},
            .weight_gradient = weight_gradient};
  }

  Dense layer;
  AlignedVector<float> input,
      weights = AlignedVector<float>((inputs + 1) * units), output = AlignedVector<float>(images * units),
      scratch = AlignedVector<float>(inputs * units), output_gradient = AlignedVector<float>(images * units),
      weight_gradient = AlignedVector<float>((inputs + 1) * units);
  LayerPass<float> pass;
};

}  // namespace

TEST_CASE("a dense layer gives the same bits as a full product where input columns are zero") {
  for (const bool relu : {false, true}) {
    CAPTURE(relu);
    Problem problem(relu);
    AlignedVector<float> expected(images * units);
    math::gemm_bias<float>(math::contiguous_rows(images, inputs), problem.input.data(),
                           problem.weights.data(), problem.weights.data() + inputs * units, relu,
                           expected.data(), units);
    forward(problem.layer, problem.pass);
    CHECK(problem.output == expected);
  }
}

TEST_CASE("a dense layer's gradient is zero for zero input columns, with the same bits as a full product") {
  Problem problem;
  AlignedVector<float> expected(inputs * units);
  math::gemm_tn<float>(math::contiguous_rows(images, inputs), problem.input.data(),
                       problem.output_gradient.data(), expected.data(), units, math::Accumulate::no);
  forward(problem.layer, problem.pass);
  std::ranges::fill(problem.weight_gradient, 7.0f);
  backward(problem.layer, problem.pass);
  problem.weight_gradient.resize(inputs * units);
  CHECK(problem.weight_gradient == expected);
}

TEST_CASE("a dense layer maps zeros to its bias") {
  Problem problem;
  std::ranges::fill(problem.input, 0.0f);
  forward(problem.layer, problem.pass);
  for (int index = 0; index < images * units; ++index)
    CHECK(problem.output[index] == problem.weights[inputs * units + index % units]);
}

TEST_CASE("a dense layer passes on NaN") {
  Problem problem;
  for (int image = 0; image < images; ++image) problem.input[image * inputs + 30] = std::nanf("");
  forward(problem.layer, problem.pass);
  for (const float value : problem.output) CHECK(std::isnan(value));
}
