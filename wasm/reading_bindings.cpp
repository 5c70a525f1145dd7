// SPDX-License-Identifier: MIT
#include <emscripten/bind.h>

#include "wasm/Reader.h"

// The API of the reading engine. The page downloads it before it can read a digit, so whatever reading
// strokes doesn't need belongs in another engine. The rules for bindings are in training_bindings.cpp.

namespace inkling::wasm {

EMSCRIPTEN_BINDINGS(reading) {
  using namespace emscripten;

  register_arrays();
  register_model_summary();
  register_reading();

  value_object<ActivationArrays>("Activations")
      .field("names", &ActivationArrays::names)
      .field("shapes", &ActivationArrays::shapes)
      .field("values", &ActivationArrays::values);
  class_<Reader>("Reader")
      .constructor<>()
      .function("load", &Reader::load)
      .function("model", &Reader::model)
      .function("read", &Reader::read)
      .function("explain", &Reader::explain)
      .function("explain_row", &Reader::explain_row)
      .function("evidence", &Reader::evidence)
      .function("activations", &Reader::activations);

  function("memory_in_use", &memory_in_use);
}

}  // namespace inkling::wasm
