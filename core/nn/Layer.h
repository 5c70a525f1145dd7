// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include "core/nn/BatchNorm.h"
#include "core/nn/Convolution.h"
#include "core/nn/Dense.h"
#include "core/nn/WeightlessLayers.h"

namespace inkling::nn {

/// All kinds of layers. To add one: write its struct, forward() and backward() (in WeightlessLayers.h if it
/// has no weights, otherwise in its own file), list it here, and add it to text_of() and forward_flops() in
/// Layer.cpp, layer_syntax in Architecture.cpp and the ONNX export in core/model/Onnx.cpp. Fuse.cpp decides
/// which layers are fused, Workspace.cpp which need no memory of their own. Then a case in
/// tests/core/nn/GradientTest.cpp, and in the page: web/src/train/network/layers.ts, and `network.kinds` and
/// `glossary` in web/src/messages/catalogues.
using Layer = std::variant<Flatten, Dense, Convolution, BatchNorm, Relu, MaxPool, Dropout>;

Shape input_shape(const Layer& layer);
Shape output_shape(const Layer& layer);

/// The layer's tensors, if it has any. Offsets count from the start of the layer's part of the flat vector.
std::vector<Parameter> parameters(const Layer& layer);

/// Total size of those tensors. In 64 bits, like Parameter::element_count().
std::uint64_t weight_count(const Layer& layer);

/// How many values of scratch memory the layer needs for a pass of `images`.
std::size_t scratch_size(const Layer& layer, int images);

/// The layer as written in an architecture: "conv 3x3 16", "dense 10".
std::string to_string(const Layer& layer);

/// Floating-point operations of one image's forward pass. A multiply-add counts as two.
double forward_flops(const Layer& layer);

template <class Scalar>
void forward(const Layer& layer, const LayerPass<Scalar>& pass) {
  std::visit([&](const auto& kind) { forward(kind, pass); }, layer);
}

template <class Scalar>
void backward(const Layer& layer, const LayerPass<Scalar>& pass) {
  std::visit([&](const auto& kind) { backward(kind, pass); }, layer);
}

}  // namespace inkling::nn
