#pragma once

#include <emscripten/bind.h>

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace inkling::wasm {

// JavaScript's typed arrays, under the names that the generated types give them.
EMSCRIPTEN_DECLARE_VAL_TYPE(Float32Array)
EMSCRIPTEN_DECLARE_VAL_TYPE(Uint8Array)
EMSCRIPTEN_DECLARE_VAL_TYPE(Uint32Array)

/// To be called by each engine's bindings.
inline void register_arrays() {
  emscripten::register_type<Float32Array>("Float32Array");
  emscripten::register_type<Uint8Array>("Uint8Array");
  emscripten::register_type<Uint32Array>("Uint32Array");
}

/// A new typed array with these values, which outlives them.
template <class Array, class Value>
Array copy_to(const char* type, std::span<const Value> values) {
  const auto view = emscripten::typed_memory_view(values.size(), values.data());
  return Array(emscripten::val::global(type).new_(view));
}

inline Float32Array to_array(std::span<const float> values) {
  return copy_to<Float32Array>("Float32Array", values);
}
inline Uint8Array to_array(std::span<const std::uint8_t> values) {
  return copy_to<Uint8Array>("Uint8Array", values);
}
inline Uint32Array to_array(std::span<const std::uint32_t> values) {
  return copy_to<Uint32Array>("Uint32Array", values);
}

/// Copies a typed array into `values`, whose memory is used again from call to call.
template <class Value>
void copy_from(const emscripten::val& array, std::vector<Value>& values) {
  values.resize(array["length"].as<std::size_t>());
  emscripten::val(emscripten::typed_memory_view(values.size(), values.data())).call<void>("set", array);
}

}  // namespace inkling::wasm
