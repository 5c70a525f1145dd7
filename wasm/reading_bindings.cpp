// SPDX-License-Identifier: MIT
#include <emscripten/bind.h>

#include "wasm/Reader.h"

// The API of the reading engine. The page downloads it before it can read a digit, so whatever reading
// doesn't need belongs in training_bindings.cpp. The rules for bindings are there, too.

namespace inkling::wasm {

EMSCRIPTEN_BINDINGS(reading) {
  using namespace emscripten;

  register_arrays();
  register_model_summary();

  value_object<ReadingArrays>("Reading")
      .field("text", &ReadingArrays::text)
      .field("probabilities", &ReadingArrays::probabilities)
      .field("images", &ReadingArrays::images)
      .field("is_digit", &ReadingArrays::is_digit)
      .field("boxes", &ReadingArrays::boxes)
      .field("strokes", &ReadingArrays::strokes)
      .field("stroke_counts", &ReadingArrays::stroke_counts)
      .field("marks", &ReadingArrays::marks)
      .field("mark_boxes", &ReadingArrays::mark_boxes);
  value_object<ActivationArrays>("Activations")
      .field("names", &ActivationArrays::names)
      .field("shapes", &ActivationArrays::shapes)
      .field("values", &ActivationArrays::values);
  class_<Reader>("Reader")
      .constructor<>()
      .function("load", &Reader::load)
      .function("model", &Reader::model)
      .function("read", &Reader::read)
      .function("read_picture", &Reader::read_picture)
      .function("explain", &Reader::explain)
      .function("explain_row", &Reader::explain_row)
      .function("evidence", &Reader::evidence)
      .function("activations", &Reader::activations);

  function("memory_in_use", &memory_in_use);
}

}  // namespace inkling::wasm
