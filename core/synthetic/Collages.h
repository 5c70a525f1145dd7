// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

#include "core/base/Random.h"
#include "core/data/Dataset.h"
#include "core/ink/Ink.h"

namespace inkling::synthetic {

/// A symbol that no script has: two to five strokes from different drawings in `sources`, each turned,
/// resized and moved, within about 100 units. Empty if no source has a stroke longer than a dot.
ink::Ink collage(std::span<const ink::Ink> sources, Random& random);

/// `count` collages of these drawings with the label `no_class`, to train on: people draw more symbols than
/// any collection has. With the same seed, a smaller set is the beginning of a larger one.
data::Dataset synthetic_collages(std::span<const ink::Ink> sources, std::size_t count, std::uint64_t seed);

}  // namespace inkling::synthetic
