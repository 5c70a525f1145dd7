#pragma once

#include <cstdint>
#include <vector>

#include "core/data/Dataset.h"

namespace inkling::data {

/// Images that are likely one and the same.
struct DuplicateGroup {
  std::vector<std::uint32_t> rows;  // two at least, in their order
  bool same = false;                // pixel by pixel; otherwise some differ hardly
};

/// Groups of images that are the same, or of which each has another from which it is no further (as a vector
/// of its pixels) than a tenth of its length: a copy with noise or in another brightness. Nearly all of the
/// latter are found. Each row is in one group at most, and groups come in the order of their first rows; the
/// same images give the same groups.
std::vector<DuplicateGroup> likely_duplicates(const Dataset& dataset);

}  // namespace inkling::data
