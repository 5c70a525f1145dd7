#pragma once

#include "core/cli/bench/Row.h"

namespace inkling::cli {

/// Images a second that training goes through, with everything that a training does.
Rows training_rows(const Effort& effort, int threads);

/// Microseconds for one image, and for strokes; images a second in bulk, on all threads.
Rows reading_rows(const Effort& effort, int threads);

}  // namespace inkling::cli
