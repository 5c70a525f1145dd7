#pragma once

#include <cstddef>
#include <vector>

namespace inkling::optim {

/// What an optimiser does to a stretch of the flat vector of weights.
struct ParameterGroup {
  enum class Rule {
    decay,          // AdamW with weight decay
    no_decay,       // AdamW without: biases, and the scale and shift of a normalisation
    muon,           // Muon with weight decay: the matrix of a hidden layer, updated as a whole
    running_stats,  // statistics of a batch normalisation, which follow those of each batch
  };

  std::size_t begin = 0, end = 0;
  Rule rule = Rule::decay;
  int columns = 0;  // of what is orthogonal: [(end - begin) / columns, columns]
};

/// The whole flat vector, in order and without gaps.
using ParameterGroups = std::vector<ParameterGroup>;

}  // namespace inkling::optim
