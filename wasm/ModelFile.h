#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "core/model/Model.h"
#include "wasm/Arrays.h"

namespace inkling {

/// Replaces what was loaded by the model in the bytes of a file. If they are none it stays, and the sentence
/// says why; otherwise that is "".
template <class Loaded>
std::string load_model(const Uint8Array& bytes, std::unique_ptr<Loaded>& loaded) {
  std::vector<std::uint8_t> file;
  copy_from(bytes, file);
  auto model = read_model(file);
  if (!model.ok()) return model.error().message;
  loaded = std::make_unique<Loaded>(std::move(model).value());
  return "";
}

}  // namespace inkling
