// SPDX-License-Identifier: MIT
#pragma once

#include "core/cli/bench/Benchmark.h"

namespace inkling::cli {

/// Training speed in images per second, with everything that training does.
Benchmarks training_benchmarks(const BenchOptions& options, int threads);

/// Microseconds to read one image and one drawing, and images per second in batches on all threads.
Benchmarks reading_benchmarks(const BenchOptions& options, int threads);

}  // namespace inkling::cli
