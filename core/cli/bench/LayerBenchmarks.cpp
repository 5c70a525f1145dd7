// SPDX-License-Identifier: MIT
#include "core/cli/bench/LayerBenchmarks.h"

#include "core/base/AlignedVector.h"
#include "core/base/Random.h"
#include "core/cli/bench/BenchNetworks.h"
#include "core/math/Gemm.h"
#include "core/nn/Network.h"

namespace inkling::cli {

namespace {

constexpr int cube = 256;
constexpr int shard_images = 16;  // of a batch of 128

AlignedVector<float> random_numbers(std::size_t count) {
  AlignedVector<float> numbers(count);
  Random random(1);
  for (float& number : numbers) number = random.uniform(-0.5f, 0.5f);
  return numbers;
}

Spread measure_cube(const BenchOptions& options) {
  const AlignedVector<float> a = random_numbers(cube * cube), b = random_numbers(cube * cube);
  AlignedVector<float> c(cube * cube);
  return measure_rate(options, [&] {
    math::gemm<float>(math::contiguous_rows(cube, cube), a.data(), b.data(), c.data(), cube,
                      math::Accumulate::no);
    return 2e-9 * cube * cube * cube;
  });
}

/// A layer with the memory for a forward and a backward pass.
class LayerBench {
 public:
  /// The `first` layer with weights needs no gradient of its input.
  LayerBench(const nn::Layer& layer, bool first)
      : layer_(layer),
        first_(first),
        weights_(random_numbers(static_cast<std::size_t>(nn::weight_count(layer)))),
        weight_gradient_(weights_.size()),
        input_(random_numbers(size_of(nn::input_shape(layer)))),
        input_gradient_(first ? 0 : input_.size()),
        output_(size_of(nn::output_shape(layer))),
        output_gradient_(random_numbers(output_.size())),
        scratch_(nn::scratch_size(layer, shard_images)) {}

  Spread measure_forward(const BenchOptions& options) {
    return measure_rate(options, [&] {
      nn::forward(layer_, pass());
      return gflop();
    });
  }

  Spread measure_backward(const BenchOptions& options) {
    nn::forward(layer_, pass());
    return measure_rate(options, [&] {
      nn::backward(layer_, pass());
      return first_ ? gflop() : 2 * gflop();
    });
  }

 private:
  static std::size_t size_of(const nn::Shape& shape) {
    return static_cast<std::size_t>(shard_images * shape.size());
  }

  double gflop() const { return nn::forward_flops(layer_) * shard_images / 1e9; }

  nn::LayerPass<float> pass() {
    return {
        .mode = nn::Mode::training,
        .weights = weights_,
        .input = {input_.data(), shard_images, nn::input_shape(layer_)},
        .output = {output_.data(), shard_images, nn::output_shape(layer_)},
        .scratch = scratch_,
        .output_gradient = {output_gradient_.data(), shard_images, nn::output_shape(layer_)},
        .input_gradient = {first_ ? nullptr : input_gradient_.data(), shard_images, nn::input_shape(layer_)},
        .weight_gradient = weight_gradient_};
  }

  nn::Layer layer_;
  bool first_;
  AlignedVector<float> weights_, weight_gradient_, input_, input_gradient_, output_, output_gradient_,
      scratch_;
};

void add_network(const model::Preset& preset, const BenchOptions& options, Benchmarks& benchmarks) {
  bool first = true;
  const nn::Network network = model::network_of(preset);
  for (std::size_t index = 0; index < network.nodes.size(); ++index) {
    const nn::Layer& layer = network.nodes[index].layer;
    if (nn::forward_flops(layer) == 0) continue;
    const std::string name =
        "layer/" + std::string(preset.name) + "/" + std::to_string(index + 1) + " " + nn::to_string(layer);
    benchmarks.push_back({.name = name + "/forward", .unit = "GFLOP/s", .measure = [=] {
                            return LayerBench(layer, first).measure_forward(options);
                          }});
    benchmarks.push_back({.name = name + "/backward", .unit = "GFLOP/s", .measure = [=] {
                            return LayerBench(layer, first).measure_backward(options);
                          }});
    first = false;
  }
}

}  // namespace

Benchmarks layer_benchmarks(const BenchOptions& options) {
  Benchmarks benchmarks = {
      {.name = "product/256x256x256", .unit = "GFLOP/s", .measure = [=] { return measure_cube(options); }}};
  for (const model::Preset& preset : bench_networks()) add_network(preset, options, benchmarks);
  for (Benchmark& benchmark : benchmarks) benchmark.gflop_per_unit = 1;
  return benchmarks;
}

}  // namespace inkling::cli
