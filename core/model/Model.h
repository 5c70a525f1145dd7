#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "core/base/AlignedVector.h"
#include "core/base/Result.h"
#include "core/model/Calibration.h"
#include "core/model/Precision.h"
#include "core/nn/Network.h"

namespace inkling::model {

/// Where a model comes from and how good it is; each may be empty.
struct ModelInfo {
  std::string title;  // of the preset
  std::string seed;
  std::string data;                // what it was trained on
  std::string data_fingerprint;    // sha256 of pixels and labels
  std::optional<double> accuracy;  // measured as `protocol` says, 0 to 1
  std::string protocol;
};

/// A network with its weights: all that is needed to read digits.
struct Model {
  nn::Network network;
  AlignedVector<float> weights;  // [network.weight_count]
  ModelInfo card;
  Precision precision = Precision::single;  // of its file
  std::optional<Calibration> calibration = std::nullopt;
};

/// Rounds the weights to what a file of half floats holds, so that what is measured from here on is measured
/// on what will be in it; the card tells of a figure from before. Refuses weights beyond 65504, the largest
/// of them.
Status round_to_half(Model& model);

/// What any file of the model says of it beside the weights: architecture, preprocessing, card, calibration.
std::map<std::string, std::string> metadata_of(const Model& model);

/// The model as a safetensors file of its precision, with that and the hash of its weights in the metadata.
/// Dense weights are [inputs, outputs], convolutions' [kernel, kernel, channels, filters].
std::vector<std::uint8_t> write_model(const Model& model);

/// Reads what write_model wrote. Trusts nothing: the tensors must be exactly those of the architecture,
/// finite, unchanged since they were written, the network must take 28x28 images and tell ten digits apart,
/// and a calibration, where there is one, must be in its range.
Result<Model> read_model(std::span<const std::uint8_t> file);

}  // namespace inkling::model
