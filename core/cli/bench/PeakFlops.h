// SPDX-License-Identifier: MIT
#pragma once

#include <span>

#include "core/base/ThreadPool.h"
#include "core/cli/bench/Benchmark.h"

namespace inkling::cli {

/// A vector width in which this machine can multiply and add.
struct VectorUnit {
  const char* name;  // "256-bit"
  /// Does `rounds` of multiply-adds in registers only, and returns their number of operations. Stores the
  /// outcome in `result`, so that no compiler removes the work.
  double (*work)(int rounds, float* result);
};

/// Those that this machine and this build support, narrowest first.
std::span<const VectorUnit> vector_units();

/// The GFLOP/s that all threads of a pool reach together.
Spread measure_peak_gflops(const VectorUnit& unit, const BenchOptions& options, ThreadPool& pool);

/// The best GFLOP/s of all vector units, which no benchmark can exceed.
struct PeakFlops {
  double one_thread = 0, all_threads = 0;
  Json json =
      Json::array();  // [{"vectors": "256-bit", "threads": .., "median": .., "least": .., "most": ..}]
};

PeakFlops measure_peak(const BenchOptions& options, int threads);

/// Runs a benchmark: {"name": .., "unit": .., "threads": .., "median": .., "least": .., "most": ..}, and
/// "share_of_peak" where its arithmetic is counted.
Json run_benchmark(const Benchmark& benchmark, const PeakFlops& peak);

}  // namespace inkling::cli
