#include <doctest/doctest.h>

#include <cmath>
#include <vector>

#include "core/base/AlignedVector.h"
#include "core/math/Gemm.h"
#include "core/nn/Dense.h"

using namespace inkling;
using namespace inkling::nn;

namespace {

constexpr int images = 5, inputs = 60, units = 19;

/// Images that are zero in some columns: at both ends, in a long gap and in a short one.
AlignedVector<float> images_with_zero_columns(Random& random) {
  AlignedVector<float> values(images * inputs);
  for (int place = 0; place < images * inputs; ++place) {
    const int column = place % inputs;
    const bool zero = column < 9 || (column >= 20 && column < 37) || column == 45 || column >= 58;
    values[place] = zero || random.below(3) == 0 ? 0 : random.normal();
  }
  return values;
}

struct Problem {
  explicit Problem(bool relu = false) : layer{{1, 1, inputs}, units, relu} {
    Random random(1);
    input = images_with_zero_columns(random);
    for (float& weight : weights) weight = random.normal();
    for (float& slope : output_gradient) slope = random.normal();
    pass.images = images;
    pass.mode = Mode::training;
    pass.weights = weights.data();
    pass.input = input.data();
    pass.output = output.data();
    pass.scratch = scratch.data();
    pass.output_gradient = output_gradient.data();
    pass.weight_gradient = weight_gradient.data();
  }

  Dense layer;
  AlignedVector<float> input,
      weights = AlignedVector<float>((inputs + 1) * units), output = AlignedVector<float>(images * units),
      scratch = AlignedVector<float>(inputs * units), output_gradient = AlignedVector<float>(images * units),
      weight_gradient = AlignedVector<float>((inputs + 1) * units);
  LayerPass<float> pass;
};

}  // namespace

TEST_CASE("a dense layer gives the bits of the whole product where columns of the input are zero") {
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

TEST_CASE("a dense layer's gradient is zero for columns of the input that are zero, and has the same bits") {
  Problem problem;
  AlignedVector<float> expected(inputs * units);
  math::gemm_tn<float>(math::contiguous_rows(images, inputs), problem.input.data(),
                       problem.output_gradient.data(), expected.data(), units, math::Accumulate::replace);
  forward(problem.layer, problem.pass);
  std::ranges::fill(problem.weight_gradient, 7.0f);
  backward(problem.layer, problem.pass);
  problem.weight_gradient.resize(inputs * units);
  CHECK(problem.weight_gradient == expected);
}

TEST_CASE("a dense layer without any input but zeros gives its bias") {
  Problem problem;
  std::ranges::fill(problem.input, 0.0f);
  forward(problem.layer, problem.pass);
  for (int place = 0; place < images * units; ++place)
    CHECK(problem.output[place] == problem.weights[inputs * units + place % units]);
}

TEST_CASE("a dense layer passes NaN on") {
  Problem problem;
  for (int image = 0; image < images; ++image) problem.input[image * inputs + 30] = std::nanf("");
  forward(problem.layer, problem.pass);
  for (const float value : problem.output) CHECK(std::isnan(value));
}
