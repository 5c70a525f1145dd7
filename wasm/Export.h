#pragma once

#include <algorithm>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "core/eval/ModelCard.h"
#include "core/model/Onnx.h"
#include "wasm/Arrays.h"
#include "wasm/Data.h"
#include "wasm/ModelFile.h"
#include "wasm/Training.h"

namespace inkling::wasm {

/// A model in another form, or the sentence that says why the file is none.
struct ExportedModel {
  std::string refusal, card;
  ModelSummary summary;
  Uint8Array onnx{emscripten::val::undefined()};
};

inline ExportedModel exported(const Uint8Array& bytes, const std::optional<eval::TrainingFacts>& facts) {
  std::vector<std::uint8_t> file;
  copy_from(bytes, file);
  const auto model = model::read_model(file);
  if (!model.ok()) return {sentence(model), "", {}, to_array(std::span<const std::uint8_t>())};
  const std::vector<std::uint8_t> onnx = model::write_onnx(model.value());
  return {"", eval::model_card(model.value(), facts), summary_of(model.value()), to_array(std::span(onnx))};
}

/// Of a model whose file is all that is known of it.
inline ExportedModel export_model(const Uint8Array& bytes) {
  return exported(bytes, std::nullopt);
}

/// Of one that was trained with these settings; `confusion` [10, 10] is of what was held out.
inline ExportedModel export_trained(const Uint8Array& bytes, const train::TrainingSettings& settings,
                                    const Uint32Array& confusion) {
  std::vector<std::uint32_t> counts;
  copy_from(confusion, counts);
  counts.resize(class_count * class_count);
  eval::Metrics::Confusion rows{};
  for (std::size_t at = 0; at < counts.size(); ++at) rows[at / class_count][at % class_count] = counts[at];
  return exported(bytes, eval::TrainingFacts{settings.epochs, settings.batch, settings.learning_rate,
                                             settings.validation, settings.augment, eval::Metrics(rows, 0)});
}

}  // namespace inkling::wasm
