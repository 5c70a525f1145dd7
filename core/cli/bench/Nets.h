#pragma once

#include <span>

#include "core/model/Preset.h"

namespace inkling::cli {

/// The networks that are measured, under the names that the bench has for them: "article", "cnn-a" (the
/// preset `fast`), "cnn-a2" and "accurate". Nothing in them is augmented.
std::span<const model::Preset> bench_nets();

/// Multiplications and additions, 10^9 of them, that one image costs going forward.
double forward_gflop(const nn::Network& network);

/// The same for learning from it: forward, the gradient by the weights, and by every input but the images.
double training_gflop(const nn::Network& network);

}  // namespace inkling::cli
