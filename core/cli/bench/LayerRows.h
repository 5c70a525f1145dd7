#pragma once

#include "core/cli/bench/Row.h"

namespace inkling::cli {

/// Matrix products on one thread, in GFLOP/s: of 256 by 256 by 256, and of each layer of the nets that
/// multiplies, forward and backward, for as many images as a thread works on at a time.
Rows layer_rows(const Effort& effort);

}  // namespace inkling::cli
