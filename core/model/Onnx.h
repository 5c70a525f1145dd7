// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <vector>

#include "core/model/Model.h"

namespace inkling::model {

/// The model as an ONNX file (opset 13), for other programs.
///
/// The input is `image` [batch, 1, 28, 28], 0 for paper to 1 for ink, with any batch size. The outputs are
/// `logits` [batch, classes] and `probabilities` [batch, classes], the softmax of the logits divided by the
/// calibration's temperature, if any. The metadata is that of the model file. Weights are 32-bit floats;
/// dense ones stay [inputs, outputs], those of convolutions become [filters, channels, kernel, kernel].
std::vector<std::uint8_t> write_onnx(const Model& model);

}  // namespace inkling::model
