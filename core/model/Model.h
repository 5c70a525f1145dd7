// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/AlignedVector.h"
#include "core/base/Classes.h"
#include "core/base/Digit.h"
#include "core/base/Result.h"
#include "core/model/Calibration.h"
#include "core/model/Safetensors.h"
#include "core/nn/Network.h"

namespace inkling::model {

/// Part of the protocol of an accuracy that was measured on the images by which the best epoch was selected.
inline constexpr std::string_view best_epoch_phrase = "the best on these images";

/// Where a model comes from and how accurate it is. Any field may be empty. ModelFile.cpp reads and writes
/// the fields; train/TrainedModel, adapt/CorrectionLearner and cli/commands/TrainCommand set them; `inkling
/// inspect`, eval/ModelCard and wasm/ModelSummary.h show them.
struct ModelInfo {
  std::string title;  // of the preset
  std::string seed;
  std::string data;                // the training data
  std::string data_fingerprint;    // SHA-256 of its pixels and labels
  std::optional<double> accuracy;  // 0 to 1, measured as `protocol` says
  std::string protocol;
};

/// A network with its weights: all it takes to recognise digits, or other classes.
struct Model {
  nn::Network network;
  AlignedVector<float> weights;  // [network.weight_count]
  ModelInfo info;
  Precision precision = Precision::single;  // of its file
  std::optional<Calibration> calibration = std::nullopt;
  ClassNames classes = digit_names();  // of its outputs
};

/// Fails unless the network ends in one logit for each class, or in "dense 10", which classifier_of()
/// changes.
Status check_output(const nn::Network& network, std::size_t classes = digit_count);

/// What an architecture editor shows about a network.
struct NetworkCheck {
  std::vector<nn::LayerSummary> layers;  // those before the first error
  std::optional<Error> problem;          // none for a valid classifier
  std::size_t fault = 0;                 // the layer with the problem, from 1; 0 if it isn't in one layer
};

NetworkCheck check_network(std::string_view architecture, std::size_t classes = digit_count);

}  // namespace inkling::model
