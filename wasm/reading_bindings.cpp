#include <emscripten/bind.h>

#include "wasm/Memory.h"
#include "wasm/Reader.h"

// What the page can call of the engine that reads. It is loaded before a digit can be read: what reading does
// without belongs in training_bindings.cpp, which says how both are written.

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
      .field("stroke_counts", &ReadingArrays::stroke_counts);
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
