#pragma once

#include <cstddef>
#include <vector>

namespace inkling::optim {

/// What an optimiser does to a stretch of the flat vector of weights.
struct ParameterGroup {
  enum class Rule {
    decayed,     // learned, and drawn towards zero by weight decay
    free,        // learned without decay: biases, and a normalisation's scale and shift
    orthogonal,  // a matrix of a hidden layer that is learned as one, and decays
    statistic,   // follows what the batches show
  };

  std::size_t begin = 0, end = 0;
  Rule rule = Rule::decayed;
  int columns = 0;  // of what is orthogonal: [(end - begin) / columns, columns]
};

/// The whole flat vector, in order and without gaps.
using ParameterGroups = std::vector<ParameterGroup>;

}  // namespace inkling::optim
