// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/AlignedVector.h"
#include "core/base/Result.h"
#include "core/model/Calibration.h"
#include "core/model/Safetensors.h"
#include "core/nn/Network.h"

namespace inkling::model {

/// Where a model comes from and how accurate it is. Any field may be empty.
struct ModelInfo {
  std::string title;  // the preset's
  std::string seed;
  std::string data;                // the training data
  std::string data_fingerprint;    // SHA-256 of its pixels and labels
  std::optional<double> accuracy;  // 0 to 1, measured as `protocol` says
  std::string protocol;
};

/// A network with its weights: all it takes to recognise digits.
struct Model {
  nn::Network network;
  AlignedVector<float> weights;  // [network.weight_count]
  ModelInfo info;
  Precision precision = Precision::single;  // of its file
  std::optional<Calibration> calibration = std::nullopt;
};

/// Fails unless the network ends in one logit per digit.
Status check_output(const nn::Network& network);

/// What an editor of architectures shows of one.
struct NetworkCheck {
  std::vector<nn::LayerSummary> layers;  // those before the first error
  std::string problem;                   // empty for a valid digit classifier
  std::size_t fault = 0;                 // the layer with the problem, from 1; 0 if it is not a layer's
};

NetworkCheck check_network(std::string_view architecture);

/// Rounds the weights to half precision, so that whatever is measured later is measured on what the file will
/// hold; `info.protocol` then says that the accuracy is from before. Fails for weights beyond 65504, the
/// largest half.
Status round_to_half(Model& model);

/// What a file says about the model beside its weights: architecture, preprocessing, info, calibration.
std::map<std::string, std::string> metadata_of(const Model& model);

/// The model as a safetensors file. Dense weights are [inputs, outputs], those of convolutions [kernel,
/// kernel, channels, filters]. `weights_sha256` in the metadata covers the weights, and `header_sha256` all
/// the rest, so that any changed byte is noticed.
std::vector<std::uint8_t> write_model(const Model& model);

/// Reads an untrusted file of write_model(), of this version or an earlier one. The tensors may lie in any
/// order, as other programs save them, but must be exactly those of the architecture, with finite weights of
/// at most 1e9, finite outputs and the hashes of the metadata. The network must map a 28x28 image to ten
/// logits, and a calibration must be in range.
Result<Model> read_model(std::span<const std::uint8_t> file);

}  // namespace inkling::model
