#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "core/ink/Segment.h"

namespace inkling::recognize {

/// The candidates by which the pieces are walked at the least cost, in reading order: dynamic programming
/// over the graph (Viterbi, 1967). Each costs its own, `cost` [candidates], and what its geometry does.
std::vector<std::size_t> viterbi_path(std::span<const ink::Candidate> candidates,
                                      std::span<const float> costs);

}  // namespace inkling::recognize
