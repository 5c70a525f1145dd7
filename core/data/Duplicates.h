// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <vector>

#include "core/data/Dataset.h"

namespace inkling::data {

/// Images that are probably the same.
struct DuplicateGroup {
  std::vector<std::uint32_t> rows;  // at least two, ascending
  bool identical = false;           // pixel by pixel; otherwise some are only nearly the same
};

/// Finds images that are identical, or within a tenth of their length (as vectors of pixels) of another one:
/// copies with noise or another brightness. Finds all identical images and nearly all near-duplicates. Groups
/// are disjoint and ordered by their first row; the same images give the same groups.
std::vector<DuplicateGroup> find_duplicates(const Dataset& dataset);

}  // namespace inkling::data
