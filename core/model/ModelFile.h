// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <vector>

#include "core/base/Result.h"
#include "core/model/Model.h"

namespace inkling::model {

/// Rounds the weights to half precision, so that later measurements are made with the weights that the file
/// will hold. If an accuracy is known already, `info.protocol` says that it was measured before. Fails for
/// weights beyond 65504, the largest half.
Status round_to_half(Model& model);

/// What a file says about the model besides its weights: architecture, preprocessing, classes, info,
/// calibration.
std::map<std::string, std::string> metadata_of(const Model& model);

/// The model as a safetensors file. Dense weights are [inputs, outputs], those of convolutions [kernel,
/// kernel, channels, filters]. `weights_sha256` in the metadata covers the weights, and `header_sha256` all
/// the rest, so that any changed byte is noticed.
std::vector<std::uint8_t> write_model(const Model& model);

/// Reads an untrusted file of write_model(), of this version or an earlier one. The tensors may lie in any
/// order, as other programs save them, but must be exactly those of the architecture, with finite weights of
/// at most 1e9, finite outputs and the hashes of the metadata. The network must map a 28x28 image to one
/// logit for each class, and a calibration must be in range.
Result<Model> read_model(std::span<const std::uint8_t> file);

}  // namespace inkling::model
