// SPDX-License-Identifier: MIT
#include "core/base/JsonParser.h"
#include "tests/fuzz/Fuzz.h"

using namespace inkling;

namespace {

/// Every accepted string can be written and read again.
void check_strings(const JsonValue& value) {
  if (value.is_string()) {
    const auto again = parse_json(json_string(value.string));
    fuzz::require(again && again->string == value.string);
  }
  for (const JsonValue& item : value.items) check_strings(item);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (const auto value = parse_json(fuzz::text_of(data, size))) check_strings(*value);
  return 0;
}
