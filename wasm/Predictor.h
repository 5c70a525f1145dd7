// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "core/eval/Predictions.h"
#include "wasm/ModelSummary.h"
#include "wasm/Training.h"

namespace inkling::wasm {

/// A model's predictions for labelled rows.
struct Scores {
  Uint8Array digits{emscripten::val::undefined()};           // [rows] the most likely ones
  Float32Array probabilities{emscripten::val::undefined()};  // [rows] of each row's label
};

/// A model's predictions for rows with or without labels.
struct PredictedDigits {
  Uint8Array digits{emscripten::val::undefined()};        // [rows] the most likely ones
  Float32Array confidence{emscripten::val::undefined()};  // [rows] their probabilities, calibrated
};

/// Predicts data with the model loaded last, in memory reused from call to call.
class Predictor {
 public:
  std::string load(const Uint8Array& bytes) { return load_model(bytes, loaded_); }

  /// Scores up to `count` rows from `first` on by the labels in their file, which must be the model's (see
  /// Data::match_classes()).
  Scores score(const Data& data, std::size_t first, std::size_t count) {
    if (!loaded_ || !data.dataset().labelled()) return {no_bytes(), to_array(std::span<const float>())};
    const eval::Predictions predictions = predictions_for(data, first, count);
    std::vector<float> probabilities;
    for (std::size_t row = 0; row < predictions.predicted.size(); ++row) {
      const std::uint8_t label = data.dataset().labels[first + row];
      probabilities.push_back(label < predictions.classes ? predictions.probabilities_of(row)[label] : 0);
    }
    return {to_array(std::span(predictions.predicted)), to_array(std::span(std::as_const(probabilities)))};
  }

  /// The digits of up to `count` images from `first` on.
  PredictedDigits predict(const Data& data, std::size_t first, std::size_t count) {
    if (!loaded_) return {no_bytes(), to_array(std::span<const float>())};
    const eval::Predictions predictions = predictions_for(data, first, count);
    const float temperature = loaded_->model.calibration.value_or(model::Calibration()).temperature;
    std::vector<float> confidence;
    for (std::size_t row = 0; row < predictions.predicted.size(); ++row)
      confidence.push_back(std::ranges::max(model::probabilities(predictions.logits_of(row), temperature)));
    return {to_array(std::span(predictions.predicted)), to_array(std::span(std::as_const(confidence)))};
  }

  /// Scores up to `count` validation images of a training run, from `first` on.
  ScoreArrays score_validation(const Training& training, std::size_t first, std::size_t count) {
    if (!loaded_ || loaded_->model.classes != training.classes()) return to_arrays({});
    const data::Subset subset = training.validation();
    const auto& calibration = loaded_->model.calibration;
    const std::size_t begin = std::min(first, subset.size()), size = std::min(count, subset.size() - begin);
    const auto logits = loaded_->memory.logits(loaded_->model.weights, subset, begin, size, engine_threads());
    eval::SampleScores scores;
    eval::add_scores(subset, begin, logits, calibration ? calibration->temperature : 1, scores);
    return to_arrays(scores);
  }

 private:
  struct Loaded {
    explicit Loaded(model::Model given) : model(std::move(given)), memory(model.network) {}

    model::Model model;
    eval::BatchInference memory;
  };

  eval::Predictions predictions_for(const Data& data, std::size_t first, std::size_t count) {
    const std::size_t begin = std::min(first, data.dataset().size());
    return eval::predict(loaded_->model, data.dataset(), engine_threads(), loaded_->memory, begin,
                         std::min(count, data.dataset().size() - begin));
  }

  std::unique_ptr<Loaded> loaded_;
};

}  // namespace inkling::wasm
