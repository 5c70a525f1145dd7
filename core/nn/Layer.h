#pragma once

#include <string>
#include <variant>

#include "core/nn/BatchNorm.h"
#include "core/nn/Convolution.h"
#include "core/nn/Dense.h"
#include "core/nn/Dropout.h"
#include "core/nn/Flatten.h"
#include "core/nn/MaxPool.h"
#include "core/nn/Relu.h"

namespace inkling::nn {

/// Every kind of layer there is. A new one gets its struct, forward and backward in a file of its own, a name
/// here and a word in Architecture.cpp.
using Layer = std::variant<Flatten, Dense, Convolution, BatchNorm, Relu, MaxPool, Dropout>;

Shape input_shape(const Layer& layer);
Shape output_shape(const Layer& layer);

/// The layer's tensors, offsets from the start of its own part of the flat vector; none for most kinds.
std::vector<Parameter> parameters(const Layer& layer);

/// How many numbers of scratch memory a pass of `images` through the layer needs.
std::size_t scratch_size(const Layer& layer, int images);

/// The layer as it is written in an architecture: "conv 3x3 16", "dense 10".
std::string to_string(const Layer& layer);

/// Multiplications and additions, counted as one each, that one image costs going forward.
double multiply_adds(const Layer& layer);

template <class Scalar>
void forward(const Layer& layer, const LayerPass<Scalar>& pass) {
  std::visit([&](const auto& kind) { forward(kind, pass); }, layer);
}

template <class Scalar>
void backward(const Layer& layer, const LayerPass<Scalar>& pass) {
  std::visit([&](const auto& kind) { backward(kind, pass); }, layer);
}

}  // namespace inkling::nn
