#include <doctest/doctest.h>

#include <vector>

#include "core/base/Random.h"
#include "core/math/ConvolutionGeometry.h"
#include "core/math/Kernels.h"

using namespace inkling;
using namespace inkling::math;

namespace {

int draw(Random& random, int least, int most) {
  return least + static_cast<int>(random.below(most - least + 1));
}

std::vector<float> random_values(int count, Random& random) {
  std::vector<float> values(count);
  for (float& value : values) value = random.uniform(-1, 1);
  return values;
}

/// Everything that the kernels of one table make of the same random numbers.
std::vector<float> results(const KernelTable<float>& kernels, std::uint64_t seed) {
  Random random(seed);
  const ConvolutionGeometry geometry{draw(random, 5, 15), draw(random, 5, 15), draw(random, 1, 20), 3, 1};
  const int n = draw(random, 1, 70), positions = geometry.positions();
  const auto a = random_values(geometry.padded_size(), random),
             b = random_values(geometry.patch_size() * n, random), bias = random_values(n, random),
             gradient = random_values(positions * n, random);
  const int squares_count = geometry.output_height() / 2 * (geometry.output_width() / 2);
  std::vector<float> product(positions * n), pooled(squares_count * n),
      weight_gradient(geometry.patch_size() * n);
  kernels.gemm_bias(geometry.patches(), a.data(), b.data(), bias.data(), true, product.data(), n);
  kernels.gemm(geometry.patches(), a.data(), b.data(), product.data(), n, Accumulate::add);
  kernels.gemm_bias_pool(geometry.patches(), a.data(), b.data(), bias.data(), true, pooled.data(), n);
  kernels.gemm_tn(geometry.patches(), a.data(), gradient.data(), weight_gradient.data(), n,
                  Accumulate::replace);

  const ChannelMap map{geometry.output_height(), geometry.output_width(), n, draw(random, 0, 1) == 1,
                       draw(random, 0, 1) == 1};
  std::vector<float> mean(n), squares(n), mapped(map.output_size()), sums(n), products(n),
      image_gradient(map.size());
  kernels.measure_channels(product.data(), positions, n, mean.data(), squares.data());
  const ChannelFactors<float> factors{bias.data(), mean.data()};
  kernels.map_channels(map, product.data(), factors, mapped.data());
  kernels.add_channel_gradients(map, product.data(), factors, gradient.data(), mean.data(), sums.data(),
                                products.data());
  kernels.channel_image_gradient(map, product.data(), factors, gradient.data(),
                                 {mean.data(), bias.data(), sums.data()}, image_gradient.data());
  std::vector<float> all = product;
  for (const auto* part :
       {&pooled, &weight_gradient, &mean, &squares, &mapped, &sums, &products, &image_gradient}) {
    all.insert(all.end(), part->begin(), part->end());
  }
  return all;
}

}  // namespace

TEST_CASE("a machine with wider vectors gets the same bits") {
  for (std::uint64_t seed = 0; seed < 60; ++seed) {
    CAPTURE(seed);
    CHECK(results(kernels<float>(), seed) == results(plain_kernels<float>(), seed));
  }
}
