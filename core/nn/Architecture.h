#pragma once

#include <string>
#include <string_view>

#include "core/base/Result.h"
#include "core/nn/Network.h"

namespace inkling::nn {

/// Builds a network from its architecture: layers from input to output, parted by bars. This one text is what
/// presets, model files and the command line write.
///
///   conv 3x3 16 | norm | relu | pool 2 | dropout 0.2 | flatten | dense 10
///
/// `conv KxK N` has N filters and keeps height and width; with `valid` at its end it takes whole patches
/// only. Before `norm` it has no bias, which the normalisation would cancel. `dense` takes any shape as a
/// vector. Refuses unknown words, layers that do not fit and networks too large to train in a page; the
/// sentence names the layer by its place, counted from 1.
Result<Network> build_network(std::string_view architecture, Shape input = {28, 28, 1});

/// A network as far as its layers fit.
struct PartialNetwork {
  Network network;           // of the layers before the one at fault, or of all
  std::size_t fault = 0;     // place of that layer, counted from 1; 0 where it is none of them
  Status whole = success();  // or why it is not
};

PartialNetwork build_while_it_fits(std::string_view architecture, Shape input = {28, 28, 1});

/// The architecture that build_network makes the same network from.
std::string architecture_of(const Network& network);

}  // namespace inkling::nn
