#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "core/model/Model.h"
#include "core/nn/Architecture.h"
#include "wasm/Arrays.h"

namespace inkling::wasm {

/// What a model's file says of it.
struct ModelSummary {
  std::string architecture, title, data, protocol;
  std::size_t weights = 0;
  double accuracy = -1;  // below 0 where the file says none
};

/// To be called by each engine's bindings.
inline void register_model_summary() {
  emscripten::value_object<ModelSummary>("ModelSummary")
      .field("architecture", &ModelSummary::architecture)
      .field("title", &ModelSummary::title)
      .field("data", &ModelSummary::data)
      .field("protocol", &ModelSummary::protocol)
      .field("weights", &ModelSummary::weights)
      .field("accuracy", &ModelSummary::accuracy);
}

inline ModelSummary summary_of(const model::Model& model) {
  const model::ModelInfo& card = model.card;
  return {nn::architecture_of(model.network),
          card.title,
          card.data,
          card.protocol,
          nn::learned_weight_count(model.network),
          card.accuracy.value_or(-1)};
}

/// Replaces what was loaded by the model in the bytes of a file. If they are none it stays, and the sentence
/// says why; otherwise that is "".
template <class Loaded>
std::string load_model(const Uint8Array& bytes, std::unique_ptr<Loaded>& loaded) {
  std::vector<std::uint8_t> file;
  copy_from(bytes, file);
  auto model = model::read_model(file);
  if (!model.ok()) return model.error().message;
  loaded = std::make_unique<Loaded>(std::move(model).value());
  return "";
}

}  // namespace inkling::wasm
