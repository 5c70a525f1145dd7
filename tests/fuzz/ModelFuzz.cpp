// SPDX-License-Identifier: MIT
#include "core/model/ModelFile.h"
#include "tests/fuzz/Fuzz.h"

using namespace inkling;

// An accepted model survives being written and read again.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto model = model::read_model({data, size});
  if (!model) return 0;
  const std::vector<std::uint8_t> file = model::write_model(model.value());
  const auto again = model::read_model(file);
  fuzz::require(again.ok());
  fuzz::require(again.value().weights == model.value().weights);
  fuzz::require(model::write_model(again.value()) == file);
  return 0;
}
