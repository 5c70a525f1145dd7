// SPDX-License-Identifier: MIT
#include "core/data/DatasetCache.h"
#include "tests/fuzz/Fuzz.h"

using namespace inkling;

// An accepted dataset is written as the same bytes.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto dataset = data::read_dataset_cache({data, size});
  if (!dataset) return 0;
  const std::vector<std::uint8_t> block = data::write_dataset_cache(dataset.value());
  fuzz::require(std::equal(block.begin(), block.end(), data, data + size));
  return 0;
}
