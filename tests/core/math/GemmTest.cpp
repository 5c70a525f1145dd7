#include <doctest/doctest.h>

#include <limits>
#include <vector>

#include "core/base/Random.h"
#include "core/math/ConvolutionGeometry.h"
#include "core/math/Gemm.h"
#include "core/math/Matrix.h"

using namespace inkling;
using namespace inkling::math;

namespace {

int draw(Random& random, int least, int most) {
  return least + static_cast<int>(random.below(most - least + 1));
}

template <class Scalar>
std::vector<Scalar> random_values(std::size_t count, Random& random) {
  std::vector<Scalar> values(count);
  for (Scalar& value : values) value = random.uniform(-1, 1);
  return values;
}

/// The laid out rows, copied out into a plain matrix.
template <class Scalar>
Matrix<Scalar> copied_out(const StridedRows& layout, const std::vector<Scalar>& values) {
  Matrix<Scalar> matrix(layout.groups * layout.rows, layout.columns());
  for (int row = 0; row < matrix.rows(); ++row) {
    for (int column = 0; column < matrix.cols(); ++column) {
      const int group = row / layout.rows, run = column / layout.run;
      matrix(row, column) = values[group * layout.group_stride + row % layout.rows * layout.row_stride +
                                   run * layout.run_stride + column % layout.run];
    }
  }
  return matrix;
}

template <class Scalar>
bool near(const std::vector<Scalar>& values, const Matrix<Scalar>& expected) {
  const ConstMatrixView<Scalar> view(values.data(), expected.rows(), expected.cols());
  return (view - expected).cwiseAbs().maxCoeff() < 1e-4;
}

/// Of each column the largest in every square of two rows each of two groups.
template <class Scalar>
Matrix<Scalar> pooled(const StridedRows& layout, const Matrix<Scalar>& values) {
  const int height = layout.groups / 2, width = layout.rows / 2;
  constexpr Scalar least = std::numeric_limits<Scalar>::lowest();
  Matrix<Scalar> largest = Matrix<Scalar>::Constant(height * width, values.cols(), least);
  for (int group = 0; group < 2 * height; ++group) {
    for (int row = 0; row < 2 * width; ++row) {
      auto square = largest.row(group / 2 * width + row / 2);
      square = square.cwiseMax(values.row(group * layout.rows + row)).eval();
    }
  }
  return largest;
}

template <class Scalar>
void check(const StridedRows& layout, const std::vector<Scalar>& a, int n, Random& random) {
  const Matrix<Scalar> plain = copied_out(layout, a);
  const int row_count = static_cast<int>(plain.rows()), columns = layout.columns();
  CAPTURE(row_count);
  CAPTURE(columns);
  CAPTURE(n);
  const auto b = random_values<Scalar>(columns * n, random),
             gradient = random_values<Scalar>(row_count * n, random);
  const Matrix<Scalar> product = plain * ConstMatrixView<Scalar>(b.data(), columns, n);
  const Matrix<Scalar> transposed =
      plain.transpose() * ConstMatrixView<Scalar>(gradient.data(), row_count, n);

  std::vector<Scalar> c(row_count * n, 7), d(columns * n, 7);
  gemm<Scalar>(layout, a.data(), b.data(), c.data(), n, Accumulate::replace);
  CHECK(near<Scalar>(c, product));
  gemm<Scalar>(layout, a.data(), b.data(), c.data(), n, Accumulate::add);
  CHECK(near<Scalar>(c, 2 * product));
  const auto bias = random_values<Scalar>(n, random);
  const Matrix<Scalar> biased = product.rowwise() + ConstMatrixView<Scalar>(bias.data(), 1, n).row(0);
  gemm_bias<Scalar>(layout, a.data(), b.data(), bias.data(), false, c.data(), n);
  CHECK(near<Scalar>(c, biased));
  gemm_bias<Scalar>(layout, a.data(), b.data(), bias.data(), true, c.data(), n);
  CHECK(near<Scalar>(c, biased.cwiseMax(Scalar(0))));
  if (layout.groups > 1 && layout.rows > 1) {
    const Matrix<Scalar> largest = pooled<Scalar>(layout, biased);
    std::vector<Scalar> squares(largest.size(), 7);
    gemm_bias_pool<Scalar>(layout, a.data(), b.data(), bias.data(), false, squares.data(), n);
    CHECK(near<Scalar>(squares, largest));
    gemm_bias_pool<Scalar>(layout, a.data(), b.data(), bias.data(), true, squares.data(), n);
    CHECK(near<Scalar>(squares, largest.cwiseMax(Scalar(0))));
  }
  gemm_tn<Scalar>(layout, a.data(), gradient.data(), d.data(), n, Accumulate::replace);
  CHECK(near<Scalar>(d, transposed));
  gemm_tn<Scalar>(layout, a.data(), gradient.data(), d.data(), n, Accumulate::add);
  CHECK(near<Scalar>(d, 2 * transposed));
}

ConvolutionGeometry random_geometry(Random& random) {
  ConvolutionGeometry geometry;
  geometry.kernel = draw(random, 1, 5);
  geometry.padding = draw(random, 0, geometry.kernel - 1);
  geometry.height = draw(random, geometry.kernel, geometry.kernel + 9);
  geometry.width = draw(random, geometry.kernel, geometry.kernel + 9);
  geometry.channels = draw(random, 1, 9);
  return geometry;
}

}  // namespace

TEST_CASE("products of plain matrices agree with Eigen's over random shapes") {
  Random random(2);
  for (int round = 0; round < 150; ++round) {
    const int row_count = draw(random, 1, 40), columns = draw(random, 1, 90), n = draw(random, 1, 70);
    check<float>(contiguous_rows(row_count, columns), random_values<float>(row_count * columns, random), n,
                 random);
    check<double>(contiguous_rows(row_count, columns), random_values<double>(row_count * columns, random), n,
                  random);
  }
}

TEST_CASE("products with the patches of an image agree with those of patches copied out") {
  Random random(3);
  for (int round = 0; round < 100; ++round) {
    const ConvolutionGeometry geometry = random_geometry(random);
    check<float>(geometry.patches(), random_values<float>(geometry.padded_size(), random),
                 draw(random, 1, 40), random);
  }
}

TEST_CASE("a patch holds the pixels round its position, and zero outside the image") {
  const ConvolutionGeometry geometry{2, 3, 1, 3, 1};
  const std::vector<double> image = {1, 2, 3, 4, 5, 6};
  std::vector<double> padded(geometry.padded_size());
  copy_into_padded(geometry, image.data(), padded.data());
  const Matrix<double> patches = copied_out(geometry.patches(), padded);
  REQUIRE(patches.rows() == 6);
  CHECK(patches.row(0) == Matrix<double>{{0, 0, 0, 0, 1, 2, 0, 4, 5}});
  CHECK(patches.row(5) == Matrix<double>{{2, 3, 0, 5, 6, 0, 0, 0, 0}});
}
