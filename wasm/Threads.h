#pragma once

#include <emscripten/val.h>

#include "core/base/ThreadPool.h"

namespace inkling::wasm {

/// The one pool that training and predicting share, of as many threads as the module was made with
/// (`create({ threads: 2 })`): a variant without threads has one. More cannot be started later, as a
/// new one would wait for the event loop that the calling one blocks.
inline ThreadPool& engine_threads() {
  static ThreadPool pool(emscripten::val::module_property("threads").as<int>());
  return pool;
}

}  // namespace inkling::wasm
