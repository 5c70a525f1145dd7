#include <functional>

#include "core/io/IdxReader.h"
#include "tests/fuzz/Fuzz.h"

using namespace inkling;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  for (const IdxContent content : {IdxContent::images, IdxContent::labels}) {
    fuzz::check_any_cut(data, size, [content] { return IdxReader(content); }, std::equal_to<>());
  }
  return 0;
}
