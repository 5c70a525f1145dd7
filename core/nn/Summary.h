#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "core/nn/Network.h"

namespace inkling::nn {

/// One line of a network's summary table.
struct LayerSummary {
  std::string name;          // "conv 3x3 16"
  std::string output;        // "28x28x16"
  std::size_t weights = 0;   // that training learns; running statistics are not counted
  double multiply_adds = 0;  // for one image going forward, each multiplication and addition counted
};

std::vector<LayerSummary> summarise(const Network& network);

}  // namespace inkling::nn
