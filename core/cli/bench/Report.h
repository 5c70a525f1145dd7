#pragma once

#include "core/cli/bench/Row.h"
#include "core/cli/output/Json.h"

namespace inkling::cli {

/// The most GFLOP/s that there can be, for the shares of it.
struct Peak {
  double one_thread = 0, all_threads = 0;
  Json told =
      Json::array();  // [{"vectors": "256-bit", "threads": .., "median": .., "least": .., "most": ..}]
};

/// Of every kind of vectors that there is, on one thread and on `threads`.
Peak measure_peak(const Effort& effort, int threads);

/// Measures the row: {"name": .., "unit": .., "threads": .., "median": .., "least": .., "most": ..}, with
/// "share_of_peak" where its arithmetic is counted.
Json measured(const Row& row, const Peak& peak);

/// [{"name": "cnn-a", "architecture": .., "training_gflop": .., "forward_gflop": ..}] of the bench's nets.
Json nets_json();

}  // namespace inkling::cli
