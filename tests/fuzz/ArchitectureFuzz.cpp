// SPDX-License-Identifier: MIT
#include "core/nn/Architecture.h"
#include "tests/fuzz/Fuzz.h"

using namespace inkling;

// The network of an accepted architecture is written as an architecture that builds the same network.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto network = nn::build_network(fuzz::text_of(data, size));
  if (!network) return 0;
  const std::string text = nn::architecture_of(network.value());
  const auto again = nn::build_network(text);
  fuzz::require(again.ok());
  fuzz::require(nn::architecture_of(again.value()) == text);
  fuzz::require(again.value().weight_count == network.value().weight_count);
  return 0;
}
