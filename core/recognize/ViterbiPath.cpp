#include "core/recognize/ViterbiPath.h"

#include <algorithm>
#include <limits>

namespace inkling::recognize {

namespace {

/// The cheapest way to a place between pieces.
struct Arrival {
  float cost = std::numeric_limits<float>::infinity();
  std::size_t candidate = 0;  // the last one of the way
};

}  // namespace

std::vector<std::size_t> viterbi_path(std::span<const ink::Candidate> candidates,
                                      std::span<const float> costs) {
  std::size_t pieces = 0;
  for (const ink::Candidate& candidate : candidates) pieces = std::max(pieces, candidate.end);
  std::vector<Arrival> arrivals(pieces + 1);
  arrivals[0].cost = 0;
  for (std::size_t index = 0; index < candidates.size(); ++index) {
    const ink::Candidate& candidate = candidates[index];
    const float cost = arrivals[candidate.begin].cost + candidate.cost + costs[index];
    if (cost < arrivals[candidate.end].cost) arrivals[candidate.end] = {cost, index};
  }
  std::vector<std::size_t> path;
  for (std::size_t place = pieces; place > 0; place = candidates[path.back()].begin) {
    path.push_back(arrivals[place].candidate);
  }
  std::reverse(path.begin(), path.end());
  return path;
}

}  // namespace inkling::recognize
