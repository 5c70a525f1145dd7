#pragma once

#include <span>

#include "core/data/Dataset.h"
#include "core/io/StrokeSample.h"

namespace inkling::io {

/// Each ink as the picture that a network reads, with its label if all have one. Where nothing was drawn the
/// image is empty paper.
data::Dataset rasterise(std::span<const StrokeSample> samples);

}  // namespace inkling::io
