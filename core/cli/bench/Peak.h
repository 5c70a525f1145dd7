#pragma once

#include <span>

#include "core/base/ThreadPool.h"
#include "core/cli/bench/Measure.h"

namespace inkling::cli {

/// A kind of vectors that this machine multiplies and adds with.
struct VectorUnit {
  const char* name;  // "256-bit"
  /// Goes through `rounds` of products and sums that never leave the registers; returns how many operations
  /// those were. What came out goes to `result`, so that no compiler leaves it out.
  double (*work)(int rounds, float* result);
};

/// The kinds there are here, narrowest first.
std::span<const VectorUnit> vector_units();

/// Multiplications and additions, 10^9 of them a second, on all threads of a pool together.
Spread peak_gflops(const VectorUnit& unit, const Effort& effort, ThreadPool& pool);

}  // namespace inkling::cli
