// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
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
  const std::vector<std::uint8_t> onnx = model::write_onnx(model.value());
  return {"", eval::model_card_markdown(model.value(), details), summary_of(model.value()),
          to_array(std::span(onnx))};
}

/// Exports a model when only its file is known.
inline ExportedModel export_model(const Uint8Array& bytes) {
  return export_with(bytes, std::nullopt);
}

/// Exports a model trained with these settings; `confusion` [10 truth, 10 predicted] is that of validation.
inline ExportedModel export_trained(const Uint8Array& bytes, const train::TrainingSettings& settings,
                                    const Uint32Array& confusion) {
  const auto counts = to_vector<std::uint32_t>(confusion);
  eval::Metrics::Confusion rows{};
  if (counts.size() != class_count * class_count)
    return {error_json(Error{"The confusion matrix must be 10 x 10."}), "", {}, no_bytes()};
  for (std::size_t i = 0; i < counts.size(); ++i) rows[i / class_count][i % class_count] = counts[i];
  return export_with(bytes,
                     eval::TrainingDetails{settings.epochs, settings.batch, settings.learning_rate,
                                           settings.validation, settings.augment, eval::Metrics(rows, 0)});
}

}  // namespace inkling::wasm
