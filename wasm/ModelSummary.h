// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "core/model/ModelFile.h"
#include "core/nn/Architecture.h"
#include "wasm/Interop.h"

namespace inkling::wasm {

/// A model's metadata.
struct ModelSummary {
  std::string architecture, title, data, protocol;
  std::size_t weights = 0;
  double accuracy = -1;  // negative if unknown
  NameList classes{emscripten::val::array()};
};

/// Each engine's bindings call this once.
inline void register_model_summary() {
  emscripten::value_object<ModelSummary>("ModelSummary")
      .field("architecture", &ModelSummary::architecture)
      .field("title", &ModelSummary::title)
      .field("data", &ModelSummary::data)
      .field("protocol", &ModelSummary::protocol)
      .field("weights", &ModelSummary::weights)
      .field("accuracy", &ModelSummary::accuracy)
      .field("classes", &ModelSummary::classes);
}

inline ModelSummary summary_of(const model::Model& model) {
  const model::ModelInfo& info = model.info;
  return {nn::architecture_of(model.network),
          info.title,
          info.data,
          info.protocol,
          nn::learned_weight_count(model.network),
          info.accuracy.value_or(-1),
          to_list<NameList>(model.classes)};
}

/// Replaces what is loaded by the model in a file's bytes. On an error, which is returned, it stays.
template <class Loaded>
std::string load_model(const Uint8Array& bytes, std::unique_ptr<Loaded>& loaded) {
  auto model = model::read_model(to_vector<std::uint8_t>(bytes));
  if (model) loaded = std::make_unique<Loaded>(std::move(model).value());
  return error_json(model);
}

}  // namespace inkling::wasm
