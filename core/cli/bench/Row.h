#pragma once

#include <functional>
#include <string>
#include <vector>

#include "core/cli/bench/Measure.h"

namespace inkling::cli {

/// One line of the bench's table, and how it is measured.
struct Row {
  std::string
      name;  // "train/cnn-a/128": from the general to the particular, so that its beginning selects it
  std::string unit;  // "img/s", "GFLOP/s", "us"
  std::function<Spread()> measure;
  double gflop_each =
      0;            // of multiplications and additions in one img, for the share of the peak; 0 if untold
  int threads = 1;  // that it runs on
};

using Rows = std::vector<Row>;

}  // namespace inkling::cli
