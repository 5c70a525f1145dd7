#pragma once

#include "core/nn/Network.h"

namespace inkling {

/// The network's summary table on stdout: layers, output shapes, weights.
void print_layers(const Network& network);

}  // namespace inkling
