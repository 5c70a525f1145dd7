// SPDX-License-Identifier: MIT
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

int random_int(Random& random, int min, int max) {
  return min + static_cast<int>(random.below(max - min + 1));
}

template <class Scalar>
std::vector<Scalar> random_values(std::size_t count, Random& random) {
  std::vector<Scalar> values(count);
  for (Scalar& value : values) value = random.uniform(-1, 1);
  return values;
}

/// The matrix that a layout describes, copied out: explicit im2col.
template <class Scalar>
Matrix<Scalar> im2col(const StridedRows& layout, const std::vector<Scalar>& values) {
  Matrix<Scalar> matrix(layout.rows(), layout.columns());
  for (int row = 0; row < matrix.rows(); ++row) {
    for (int column = 0; column < matrix.cols(); ++column) {
      const int group = row / layout.rows_per_group, segment = column / layout.segment_size;
      matrix(row, column) =
          values[group * layout.group_stride + row % layout.rows_per_group * layout.row_stride +
                 segment * layout.segment_stride + column % layout.segment_size];
    }
  }
  return matrix;
}

template <class Scalar>
bool near(const std::vector<Scalar>& values, const Matrix<Scalar>& expected) {
  const ConstMatrixView<Scalar> view(values.data(), expected.rows(), expected.cols());
  return (view - expected).cwiseAbs().maxCoeff() < 1e-4;
}

/// 2x2 max pooling of a matrix whose rows are the pixels of an image.
template <class Scalar>
Matrix<Scalar> max_pooled(const StridedRows& layout, const Matrix<Scalar>& values) {
  const int height = layout.groups / 2, width = layout.rows_per_group / 2;
  constexpr Scalar lowest = std::numeric_limits<Scalar>::lowest();
  Matrix<Scalar> pooled = Matrix<Scalar>::Constant(height * width, values.cols(), lowest);
  for (int group = 0; group < 2 * height; ++group) {
    for (int row = 0; row < 2 * width; ++row) {
      auto window = pooled.row(group / 2 * width + row / 2);
      window = window.cwiseMax(values.row(group * layout.rows_per_group + row)).eval();
    }
  }
  return pooled;
}

template <class Scalar>
void check(const StridedRows& layout, const std::vector<Scalar>& a, int n, Random& random) {
  const Matrix<Scalar> plain = im2col(layout, a);
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
  gemm<Scalar>(layout, a.data(), b.data(), c.data(), n, Accumulate::no);
  CHECK(near<Scalar>(c, product));
  gemm<Scalar>(layout, a.data(), b.data(), c.data(), n, Accumulate::yes);
  CHECK(near<Scalar>(c, 2 * product));
  const auto bias = random_values<Scalar>(n, random);
  const Matrix<Scalar> biased = product.rowwise() + ConstMatrixView<Scalar>(bias.data(), 1, n).row(0);
  gemm_bias<Scalar>(layout, a.data(), b.data(), bias.data(), false, c.data(), n);
  CHECK(near<Scalar>(c, biased));
  gemm_bias<Scalar>(layout, a.data(), b.data(), bias.data(), true, c.data(), n);
  CHECK(near<Scalar>(c, biased.cwiseMax(Scalar(0))));
  if (layout.groups > 1 && layout.rows_per_group > 1) {
    const Matrix<Scalar> expected = max_pooled<Scalar>(layout, biased);
    std::vector<Scalar> pooled(expected.size(), 7);
    gemm_bias_pool<Scalar>(layout, a.data(), b.data(), bias.data(), false, pooled.data(), n);
    CHECK(near<Scalar>(pooled, expected));
    gemm_bias_pool<Scalar>(layout, a.data(), b.data(), bias.data(), true, pooled.data(), n);
    CHECK(near<Scalar>(pooled, expected.cwiseMax(Scalar(0))));
  }
  gemm_tn<Scalar>(layout, a.data(), gradient.data(), d.data(), n, Accumulate::no);
  CHECK(near<Scalar>(d, transposed));
  gemm_tn<Scalar>(layout, a.data(), gradient.data(), d.data(), n, Accumulate::yes);
  CHECK(near<Scalar>(d, 2 * transposed));
}

ConvolutionGeometry random_geometry(Random& random) {
  ConvolutionGeometry geometry;
  geometry.kernel = random_int(random, 1, 5);
  geometry.padding = random_int(random, 0, geometry.kernel - 1);
  geometry.height = random_int(random, geometry.kernel, geometry.kernel + 9);
  geometry.width = random_int(random, geometry.kernel, geometry.kernel + 9);
  geometry.channels = random_int(random, 1, 9);
  return geometry;
}

}  // namespace

TEST_CASE("products of plain matrices match Eigen on random shapes") {
  Random random(2);
  for (int round = 0; round < 150; ++round) {
    const int row_count = random_int(random, 1, 40), columns = random_int(random, 1, 90),
              n = random_int(random, 1, 70);
    check<float>(contiguous_rows(row_count, columns), random_values<float>(row_count * columns, random), n,
                 random);
    check<double>(contiguous_rows(row_count, columns), random_values<double>(row_count * columns, random), n,
                  random);
  }
}

TEST_CASE("products with implicit im2col match those with explicit im2col") {
  Random random(3);
  for (int round = 0; round < 100; ++round) {
    const ConvolutionGeometry geometry = random_geometry(random);
    check<float>(geometry.patches(), random_values<float>(geometry.padded_size(), random),
                 random_int(random, 1, 40), random);
  }
}

TEST_CASE("a patch holds the pixels around its position, and zeros outside the image") {
  const ConvolutionGeometry geometry{2, 3, 1, 3, 1};
  const std::vector<double> image = {1, 2, 3, 4, 5, 6};
  std::vector<double> padded(geometry.padded_size());
  copy_into_padded(geometry, image.data(), padded.data());
  const Matrix<double> patches = im2col(geometry.patches(), padded);
  REQUIRE(patches.rows() == 6);
  CHECK(patches.row(0) == Matrix<double>{{0, 0, 0, 0, 1, 2, 0, 4, 5}});
  CHECK(patches.row(5) == Matrix<double>{{2, 3, 0, 5, 6, 0, 0, 0, 0}});
}
