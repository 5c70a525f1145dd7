#pragma once

#include <cstdint>
#include <vector>

#include "core/model/Model.h"

namespace inkling::model {

/// The model as an ONNX file (opset 13), for other programs to read digits with.
///
/// Its one input is `image` [batch, 1, 28, 28], grey from 0 for paper to 1 for ink; the batch may have any
/// size. `logits` [batch, 10] are the network's outputs, `probabilities` [batch, 10] their softmax, after
/// they were divided by the calibration's temperature where there is one. What else the model's file says of
/// it is in the metadata. Weights are 32-bit floats; dense ones stay [inputs, outputs], convolutions' become
/// [filters, channels, kernel, kernel].
std::vector<std::uint8_t> write_onnx(const Model& model);

}  // namespace inkling::model
