// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include <vector>

#include "core/base/Random.h"
#include "core/math/ConvolutionGeometry.h"
#include "core/math/Kernels.h"

using namespace inkling;
using namespace inkling::math;

namespace {

int random_int(Random& random, int min, int max) {
  return min + static_cast<int>(random.below(max - min + 1));
}

std::vector<float> random_values(int count, Random& random) {
  std::vector<float> values(count);
  for (float& value : values) value = random.uniform(-1, 1);
  return values;
}

/// All outputs of one table's kernels on the same random inputs.
std::vector<float> results(const KernelTable<float>& kernels, std::uint64_t seed) {
  Random random(seed);
  const ConvolutionGeometry geometry{random_int(random, 5, 15), random_int(random, 5, 15),
                                     random_int(random, 1, 20), 3, 1};
  const int n = random_int(random, 1, 70), positions = geometry.positions();
  const auto a = random_values(geometry.padded_size(), random),
             b = random_values(geometry.patch_size() * n, random), bias = random_values(n, random),
             gradient = random_values(positions * n, random);
  const int windows = geometry.output_height() / 2 * (geometry.output_width() / 2);
  std::vector<float> product(positions * n), pooled(windows * n), weight_gradient(geometry.patch_size() * n);
  kernels.gemm_bias(geometry.patches(), a.data(), b.data(), bias.data(), true, product.data(), n);
  kernels.gemm(geometry.patches(), a.data(), b.data(), product.data(), n, Accumulate::yes);
  kernels.gemm_bias_pool(geometry.patches(), a.data(), b.data(), bias.data(), true, pooled.data(), n);
  kernels.gemm_tn(geometry.patches(), a.data(), gradient.data(), weight_gradient.data(), n, Accumulate::no);

  const BatchNormGeometry norm{geometry.output_height(), geometry.output_width(), n,
                               random_int(random, 0, 1) == 1, random_int(random, 0, 1) == 1};
  std::vector<float> mean(n), squares(n), normalised(norm.output_size()), sums(n), products(n),
      image_gradient(norm.size());
  kernels.batch_norm_stats(product.data(), positions, n, mean.data(), squares.data());
  const ChannelAffine<float> affine{bias.data(), mean.data()};
  kernels.batch_norm_apply(norm, product.data(), affine, normalised.data());
  kernels.batch_norm_backward_reduce(norm, product.data(), affine, gradient.data(), mean.data(), sums.data(),
                                     products.data());
  kernels.batch_norm_backward_apply(norm, product.data(), affine, gradient.data(),
                                    {mean.data(), bias.data(), sums.data()}, image_gradient.data());
  std::vector<float> all = product;
  for (const auto* part :
       {&pooled, &weight_gradient, &mean, &squares, &normalised, &sums, &products, &image_gradient}) {
    all.insert(all.end(), part->begin(), part->end());
  }
  return all;
}

}  // namespace

TEST_CASE("kernels for wider vectors give the same bits") {
#if defined(__x86_64__) && !defined(__FMA__)
  return;  // the baseline rounds each product, too
#endif
  for (std::uint64_t seed = 0; seed < 60; ++seed) {
    CAPTURE(seed);
    CHECK(results(kernels<float>(), seed) == results(baseline_kernels<float>(), seed));
  }
}
