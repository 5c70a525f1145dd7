// SPDX-License-Identifier: MIT
#pragma once

#include "core/cli/bench/Benchmark.h"

namespace inkling::cli {

/// Training speed in images per second, with everything that training does.
Benchmarks training_benchmarks(const BenchOptions& options, int threads);

/// Microseconds to read one image ("image/") and one drawing ("strokes/"), and images per second in batches
/// on all threads ("bulk/"), by networks that were trained briefly on other digits. Rows that end in "/tta"
/// use test-time augmentation where the network is unsure, as the page does. The others read each image once,
/// as other runtimes do.
Benchmarks reading_benchmarks(const BenchOptions& options, int threads);

}  // namespace inkling::cli
