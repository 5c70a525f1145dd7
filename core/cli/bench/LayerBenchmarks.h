// SPDX-License-Identifier: MIT
#pragma once

#include "core/cli/bench/Benchmark.h"

namespace inkling::cli {

/// GFLOP/s on one thread: of a 256x256x256 matrix product, and of the forward and backward pass of each dense
/// and convolution layer of bench_networks(), with as many images as a training shard has.
Benchmarks layer_benchmarks(const BenchOptions& options);

}  // namespace inkling::cli
