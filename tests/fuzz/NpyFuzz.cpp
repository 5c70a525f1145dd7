// SPDX-License-Identifier: MIT
#include <functional>

#include "core/io/arrays/NpyReader.h"
#include "tests/fuzz/Fuzz.h"

using namespace inkling;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  for (const io::ArrayContent content : {io::ArrayContent::images, io::ArrayContent::labels}) {
    fuzz::check_chunks(data, size, [content] { return io::NpyReader(content); }, std::equal_to<>());
  }
  return 0;
}
