// SPDX-License-Identifier: MIT
#include <functional>

#include "core/io/IdxReader.h"
#include "tests/fuzz/Fuzz.h"

using namespace inkling;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  for (const io::IdxContent content : {io::IdxContent::images, io::IdxContent::labels}) {
    fuzz::check_chunks(data, size, [content] { return io::IdxReader(content); }, std::equal_to<>());
  }
  return 0;
}
