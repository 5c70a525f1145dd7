#pragma once

#include "core/cli/output/Json.h"
#include "core/nn/Network.h"

namespace inkling::cli {

/// The network's summary table on stdout: layers, output shapes, weights.
void print_layers(const nn::Network& network);

/// What to_json() made of a calibration's fit, in a line on stdout.
void print_calibration(const Json& fit);

}  // namespace inkling::cli
