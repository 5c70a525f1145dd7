// SPDX-License-Identifier: MIT
#pragma once

#include <cmath>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "core/eval/ModelCard.h"
#include "core/model/ModelFile.h"
#include "core/model/Onnx.h"
#include "wasm/ModelSummary.h"
#include "wasm/Training.h"

namespace inkling::wasm {

/// A model as ONNX, with its card in Markdown; or why its file can't be exported.
struct ExportedModel {
  std::string error, card;
  ModelSummary summary;
  Uint8Array onnx{emscripten::val::undefined()};
};

inline ExportedModel export_with(const Uint8Array& bytes,
                                 const std::optional<eval::TrainingDetails>& details) {
  const auto model = model::read_model(to_vector<std::uint8_t>(bytes));
  if (!model) return {error_json(model), "", {}, no_bytes()};
  if (details && details->held_out.classes() != model.value().classes.size())
    return {error_json(Error{"The confusion matrix must have the model's classes."}), "", {}, no_bytes()};
  const std::vector<std::uint8_t> onnx = model::write_onnx(model.value());
  return {"", eval::model_card_markdown(model.value(), details), summary_of(model.value()),
          to_array(std::span(onnx))};
}

/// Exports a model when only its file is known.
inline ExportedModel export_model(const Uint8Array& bytes) {
  return export_with(bytes, std::nullopt);
}

/// Exports a model trained with these settings; `confusion` [classes truth, classes predicted] is that
/// of validation, and `generated` tells whether Inkling drew the data.
inline ExportedModel export_trained(const Uint8Array& bytes, const train::TrainingSettings& settings,
                                    const Uint32Array& confusion, bool generated) {
  const auto counts = to_vector<std::uint32_t>(confusion);
  const auto classes = static_cast<std::size_t>(std::lround(std::sqrt(counts.size())));
  if (counts.size() != classes * classes)
    return {error_json(Error{"The confusion matrix must be square."}), "", {}, no_bytes()};
  eval::Metrics::Confusion rows = eval::Metrics(classes).confusion();
  for (std::size_t i = 0; i < counts.size(); ++i) rows[i / classes][i % classes] = counts[i];
  return export_with(bytes, eval::TrainingDetails{settings.epochs, settings.batch, settings.learning_rate,
                                                  settings.validation, settings.augment,
                                                  eval::Metrics(std::move(rows), 0), generated});
}

}  // namespace inkling::wasm
