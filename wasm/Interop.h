// SPDX-License-Identifier: MIT
#pragma once

#include <emscripten/bind.h>
#include <malloc.h>

#include <cmath>
#include <cstdint>
#include <span>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "core/base/Result.h"
#include "core/base/ThreadPool.h"

namespace inkling::wasm {

// JavaScript's typed arrays, under the names that the generated TypeScript uses.
EMSCRIPTEN_DECLARE_VAL_TYPE(Float32Array)
EMSCRIPTEN_DECLARE_VAL_TYPE(Uint8Array)
EMSCRIPTEN_DECLARE_VAL_TYPE(Uint32Array)
EMSCRIPTEN_DECLARE_VAL_TYPE(NameList)

/// Each engine's bindings call this once.
inline void register_arrays() {
  emscripten::register_type<Float32Array>("Float32Array");
  emscripten::register_type<Uint8Array>("Uint8Array");
  emscripten::register_type<Uint32Array>("Uint32Array");
  emscripten::register_type<NameList>("string[]");
}

/// A new typed array with a copy of the values.
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

inline Uint8Array no_bytes() {
  return to_array(std::span<const std::uint8_t>());
}

/// Copies a typed array into `values`, reusing their memory.
template <class Value>
void copy_from(const emscripten::val& array, std::vector<Value>& values) {
  values.resize(array["length"].as<std::size_t>());
  emscripten::val(emscripten::typed_memory_view(values.size(), values.data())).call<void>("set", array);
}

/// The contents of a typed array.
template <class Value, class Array>
std::vector<Value> to_vector(const Array& array) {
  std::vector<Value> values;
  copy_from(array, values);
  return values;
}

/// A new JavaScript array of registered values.
template <class List, class Values>
List to_list(const Values& values) {
  auto list = emscripten::val::array();
  for (const auto& value : values) list.call<void>("push", value);
  return List(list);
}

/// The texts of a JavaScript array.
inline std::vector<std::string> to_names(const NameList& list) {
  return emscripten::vecFromJSArray<std::string>(list);
}

/// What calls that can fail return on an error: an object with its message, its code and its values as JSON.
inline std::string error_json(const Error& error) {
  auto object = emscripten::val::object();
  object.set("message", error.message);
  object.set("code", std::string(error.code.name()));
  for (const Error::Value& value : error.values)
    std::visit([&](const auto& content) { object.set(std::string(value.name), content); }, value.content);
  return emscripten::val::global("JSON").call<std::string>("stringify", object);
}

/// The same of a result, or "" on success.
template <class Value>
std::string error_json(const Result<Value>& result) {
  return result.ok() ? "" : error_json(result.error());
}

/// A seed from a JavaScript number; 0 for one that is negative, not finite or above 2^53.
inline std::uint64_t to_seed(double number) {
  return number >= 0 && number <= 0x1p53 ? static_cast<std::uint64_t>(number) : 0;
}

/// The pool that training and prediction share, with the number of threads that the module was created with
/// (`create({ threads: 2 })`); one in a variant without threads. Threads can't be started later: a new one
/// would wait for the event loop, which the calling thread blocks.
inline ThreadPool& engine_threads() {
  static ThreadPool pool(emscripten::val::module_property("threads").as<int>());
  return pool;
}

/// Allocated heap memory in bytes. Only a leak makes it grow from one task to the next.
inline std::size_t memory_in_use() {
  return static_cast<std::size_t>(mallinfo().uordblks);
}

}  // namespace inkling::wasm
