// SPDX-License-Identifier: MIT
#include "core/io/arrays/IdxReader.h"
#include "tests/fuzz/Fuzz.h"

using namespace inkling;

namespace {

bool same(const data::Dataset& a, const data::Dataset& b) {
  return a.pixels == b.pixels && a.labels == b.labels && a.classes == b.classes;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  for (const io::ArrayContent content : {io::ArrayContent::images, io::ArrayContent::labels}) {
    fuzz::check_chunks(data, size, [content] { return io::IdxReader(content); }, same);
  }
  return 0;
}
